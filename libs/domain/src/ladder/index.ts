export { ladderRungSchema, ladderSchema, rungKindSchema, type Ladder, type LadderRung, type RungKind } from './ladder';
export { DEFAULT_LADDER } from './default-ladder';
export { timerIdOf, type PlannedTimer, type TimerIdentity, type TimerKind } from './timer';
export { planTimers, rungDay, type OpenLimit, type TimerPlanInput } from './plan-timers';
export { PERIOD_OPENING_AT, planPeriodOpening, type PeriodOpeningInput } from './plan-period-opening';
export { lampOf, NEAR_WORKING_DAYS, remainingWorkingDays, type Lamp, type LampInput } from './lamp';
