export { DEFAULT_POLICY } from './default-policy';
export {
  ALWAYS_TWO,
  clocksSchema,
  holdsForSchema,
  MOST_RULE_NAMES,
  policyContentSchema,
  policySchema,
  ruleNameSchema,
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
