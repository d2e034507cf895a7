export {
  ladderRungSchema,
  ladderSchema,
  rankOf,
  recipientSchema,
  rungKindSchema,
  type Ladder,
  type LadderRung,
  type Recipient,
  type RungKind,
} from './ladder';
export {
  rungKeyOf,
  rungSubjectOf,
  subjectOfRungKey,
  timerIdOf,
  timerKey,
  withoutDay,
  type PlannedTimer,
  type RungIdentity,
} from './timer';
export {
  lastNoticeBy,
  lateFrom,
  noticeAfter,
  planTimers,
  rungDay,
  type OpenLimit,
  type TimerPlanInput,
} from './plan-timers';
export { delayKeyOf, delayOfRungKey, type DelayIdentity } from './delay';
export { lampOf, NEAR_WORKING_DAYS, remainingWorkingDays, type Lamp, type LampInput } from './lamp';
