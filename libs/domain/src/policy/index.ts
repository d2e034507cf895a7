export { DEFAULT_POLICY } from './default-policy';
export {
  ALWAYS_TWO,
  clocksSchema,
  holdsForSchema,
  policyContentSchema,
  policySchema,
  rulesSchema,
  secondPersonActSchema,
  takesSecond,
  versionsOf,
  type Clocks,
  type HoldsFor,
  type Policy,
  type PolicyContent,
  type RuleVersions,
} from './policy';
