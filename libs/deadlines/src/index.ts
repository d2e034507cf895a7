export { Deadlines, type DeadlinesOptions } from './deadlines';
export { type SweepReport } from './deadline-sweeper';
export { type FireReport } from './due-timers';
export { HORIZON_MILLISECONDS } from './nudge-planner';
export { openQueueView, type QueueView, type QueueViewOptions } from './queue/queue-view';
export { refuseEvictingRedis, refuseOldRedis, type RedisFacts } from './queue/redis-guard';
export { type Commands } from './timer-sender';
