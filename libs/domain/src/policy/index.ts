export { DEFAULT_POLICY } from './default-policy';
export {
  clocksSchema,
  policyContentSchema,
  policySchema,
  secondPersonActSchema,
  type Clocks,
  type Policy,
  type PolicyContent,
} from './policy';
