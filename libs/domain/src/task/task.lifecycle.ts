import { TASK_ACTS } from './acts';
import { ENDED, TASK_STATUSES, type TaskStatus } from './status';
import { type TaskActTraits } from './task-act';

/** An act as far as the lifecycle asks for it. */
export type LifecycleLine = Pick<TaskActTraits, 'from' | 'to'>;

/**
 * What is wrong with the lifecycle that the acts declare, in plain words; empty when it is sound. Checked when the program starts:
 * every status is reached from the draft, ended ones have no way out, every other one has. An act that leaves an ended task where it
 * stands is no way out; one that leads back is.
 */
export function lifecycleFaults(acts: Readonly<Record<string, LifecycleLine>> = TASK_ACTS): string[] {
  const lines = Object.values(acts);
  const reached = reachable('draft', lines);
  return TASK_STATUSES.flatMap((status) => {
    const leaving = lines.some(({ from, to }) => from.includes(status) && ahead(to).some((next) => next !== status));
    const ended = ENDED.includes(status);
    const faults: string[] = [];
    if (!reached.has(status)) faults.push(`no act leads to ${status}`);
    if (ended && lines.some((line) => isWayOut(status, line))) faults.push(`${status} is ended but an act leaves it`);
    if (!ended && !leaving) faults.push(`no act leaves ${status}`);
    return faults;
  });
}

function isWayOut(status: TaskStatus, { from, to }: LifecycleLine): boolean {
  return from.includes(status) && to.some((next) => next !== 'same' && next !== status);
}

function reachable(start: TaskStatus, lines: readonly LifecycleLine[]): ReadonlySet<TaskStatus> {
  const reached = new Set<TaskStatus>([start]);
  for (const status of reached) {
    for (const { from, to } of lines) {
      if (!from.includes(status)) continue;
      for (const next of ahead(to)) reached.add(next);
    }
  }
  return reached;
}

/**
 * Where an act leads by itself: a step that is taken back leads nowhere that was not reached before, and an approval where the act says
 * that was asked for.
 */
function ahead(to: LifecycleLine['to']): readonly TaskStatus[] {
  return TASK_STATUSES.filter((status) => to.includes(status));
}
