import { type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { liveSchema, type Target } from '../runtime/projector';
import { type BuiltInCalendars } from '../timers/pinned-calendars';
import { stateLoaderBeside } from './state-rows';
import { StateCache, stateLoaderFromLog, TaskStates } from './task-states';

/** What the projections need besides their events. */
export interface ProjectorNeeds {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly calendars: BuiltInCalendars;
}

/** States shared by the projectors of a process that are level: each task at the last few revisions. */
export const SHARED_STATES = 60_000;
/** States that a rebuild keeps for itself. */
const REBUILD_STATES = 30_000;

/** Where an applier keeps states: shared when it writes live tables, its own when it repeats old events. */
export function cacheFor(target: Target, shared: StateCache): StateCache {
  return target.live ? shared : new StateCache(REBUILD_STATES);
}

/** Folded states for a projection that does not store them itself. */
export function foldedStates(target: Target, { store, pool }: ProjectorNeeds, shared: StateCache): TaskStates {
  const quick = target.live ? stateLoaderBeside(pool, liveSchema('tasks')) : undefined;
  return new TaskStates(stateLoaderFromLog(store, quick), cacheFor(target, shared));
}
