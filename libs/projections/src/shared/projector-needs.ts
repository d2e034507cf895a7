import { type Pool } from 'pg';
import { type Rules } from '#domain';
import { type EventStore } from '#event-store';
import { liveSchema, type Target } from '../runtime/projector';
import { stateLoaderBeside } from './state-rows';
import { StateCache, stateLoaderFromLog, TaskStates } from './task-states';

/** What the projections need besides their events. */
export interface ProjectorNeeds {
  readonly store: EventStore;
  readonly pool: Pool;
  /** What the program brings along: counted by where the log has published nothing. */
  readonly builtIn: Rules;
}

const SHARED_TASKS = 20_000;
/** Projectors that are level differ by a few events of a task at most. */
const SHARED_REVISIONS = 4;
/** More than a rebuild holds back. */
const REBUILD_TASKS = 15_000;

/** The states that the projectors of a process share while they are level. */
export function sharedStates(): StateCache {
  return new StateCache(SHARED_TASKS, SHARED_REVISIONS);
}

/** Where an applier keeps states: shared when it writes live tables, its own when it repeats old events. */
export function cacheFor(target: Target, shared: StateCache): StateCache {
  return target.live ? shared : new StateCache(REBUILD_TASKS, 1);
}

/** Folded states for a projection that does not store them itself. */
export function foldedStates(target: Target, { store, pool }: ProjectorNeeds, shared: StateCache): TaskStates {
  const quick = target.live ? stateLoaderBeside(pool, liveSchema('tasks')) : undefined;
  return new TaskStates(stateLoaderFromLog(store, quick), stateLoaderFromLog(store), cacheFor(target, shared));
}
