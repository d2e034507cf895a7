export { DEFAULT_POLICY } from './default-policy';
export {
  clocksSchema,
  holdsForSchema,
  policyContentSchema,
  policySchema,
  rulesSchema,
  secondPersonActSchema,
  versionsOf,
  type Clocks,
  type HoldsFor,
  type Policy,
  type PolicyContent,
  type RuleVersions,
} from './policy';
