export { ladderRungSchema, ladderSchema, rungKindSchema, type Ladder, type LadderRung, type RungKind } from './ladder';
export { DEFAULT_LADDER } from './default-ladder';
export { DEFAULT_POLICY, type Clocks, type Policy } from './policy';
export {
  rungKeyOf,
  rungSubjectOf,
  subjectOfRungKey,
  timerIdOf,
  timerKey,
  type PlannedTimer,
  type RungIdentity,
} from './timer';
export { planTimers, rungDay, type OpenLimit, type TimerPlanInput } from './plan-timers';
export { lampOf, NEAR_WORKING_DAYS, remainingWorkingDays, type Lamp, type LampInput } from './lamp';
