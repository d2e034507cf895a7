import { type Day } from '../calendar';
import { reject, type Rejection } from '../shared/rejection';
import { isTakenOn, leadLanes } from './lanes';
import { type LaneState, type TaskState } from './task.state';

/** Children of one task: their numbers have two digits. */
export const MOST_CHILDREN = 99;
/** So many times a task can be split, each child again: city, county, township. */
export const MOST_LEVELS = 3;

/** The id of a child. It follows from the split, so that a repetition makes the same child. */
export function childIdOf(splitId: string, index: number): string {
  return `${splitId.slice(0, -12)}${index.toString(16).padStart(12, '0')}`;
}

/** The number and the place of the next children of a task, from 1. */
export function childNumbers({ number, parent, children }: TaskState, index: number) {
  const counted = String(children.length + index + 1).padStart(2, '0');
  return { number: `${number ?? ''}-${counted}`, place: parent ? `${parent.place}-${counted}` : counted };
}

/** How many splits lead to a task: 0 for one of an import. */
export function levelOf({ parent }: Pick<TaskState, 'parent'>): number {
  return parent === null ? 0 : parent.place.split('-').length;
}

/** The children that go on. */
export function openChildren({ children }: Pick<TaskState, 'children'>): TaskState['children'] {
  return children.filter(({ ended }) => ended === null);
}

/** The stated days of the ends of its children. */
export function endsOfChildren({ children }: Pick<TaskState, 'children'>): readonly Day[] {
  return children.flatMap(({ endedOn }) => endedOn ?? []);
}

/** A parent does not end before its children: each of them is somebody's work, and closes alone. */
export function childrenFault(state: Pick<TaskState, 'children'>): Rejection | null {
  const open = openChildren(state).length;
  return open === 0
    ? null
    : reject('TASK.CHILDREN_OPEN', `还有${open}项子任务没有结束，请待全部子任务销号、终止或作废后再办理。`);
}

/**
 * The check does not begin by another choice of units either: where all that are left have asked for closure, a lead that goes had been the
 * one that waited for the children. The checker's days ran for weeks while nothing could be checked.
 */
export function beginsCheckFault(
  state: Pick<TaskState, 'children' | 'lanes'>,
  leads: readonly string[],
): Rejection | null {
  const claimed = leadLanes(state).filter(({ claim }) => claim !== null);
  const allClaimed = leads.length > 0 && leads.every((lead) => claimed.some(({ unitId }) => unitId === lead));
  return allClaimed && openChildren(state).length > 0 ? CHECK_WAITS : null;
}

const CHECK_WAITS = reject(
  'TASK.CHILDREN_OPEN',
  '还有子任务没有结束，而其余牵头单位均已申请销号：请另定一个牵头单位，或待全部子任务结束后再调整。',
);

/** True where the end of a task undoes what somebody has taken on, or has done: also one that was split before its assignment, whose children have closed. */
export function endTakesTwo(state: Pick<TaskState, 'children' | 'lanes'>): boolean {
  return isTakenOn(state) || state.children.some(({ ended }) => ended === 'closed');
}

/**
 * The children for which a lead waits before it asks for closure. Those of a part that a lead has split are that lead's own: no other one
 * waits for them. Those of a split by the office are the whole task's: any lead may ask for its own part meanwhile, and the last one, whose
 * request begins the check, waits, so that no checker has the task before it can be checked. All leads waited for all children before, and
 * one unit's split kept the others from ending what they had done. A lead that has left leaves its children to the whole task.
 */
export function awaitedChildren(
  state: Pick<TaskState, 'children' | 'lanes'>,
  { unitId, role }: Pick<LaneState, 'unitId' | 'role'>,
): TaskState['children'] {
  // A supporting unit's part is its own: it need not wait for what others do below the task.
  if (role !== 'lead') return [];
  const others = leadLanes(state).filter((lane) => lane.unitId !== unitId);
  const isLast = others.every(({ claim }) => claim !== null);
  return state.children.filter(({ splitBy }) => {
    const isOthers = others.some((lane) => lane.unitId === splitBy);
    return splitBy === unitId || (isLast && !isOthers);
  });
}

/** The task that is told of the end of this one, as its end records it. */
export function toldOfEnd({ parent }: Pick<TaskState, 'parent'>): { readonly childOf?: string } {
  return parent === null ? {} : { childOf: parent.taskId };
}
