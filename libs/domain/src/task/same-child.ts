import { reject, type Rejection } from '../shared/rejection';
import { type Limit } from './task.parts';
import { type TaskState } from './task.state';

/** A child as far as it can be one that is there already. */
interface Wanted {
  readonly leadUnitIds: readonly string[];
  readonly title?: string | undefined;
  readonly limits?: readonly Pick<Limit, 'due' | 'recurrence'>[] | undefined;
}

/** What a child is there for beside its units: by units for all of the task; otherwise for what its title says, or its days where it has none. */
export function subjectOf(
  by: 'units' | 'periods' | 'measures',
  { title, limits = [] }: Omit<Wanted, 'leadUnitIds'>,
): string {
  if (by === 'units') return '';
  return title ?? limits.map(({ due, recurrence }) => due ?? recurrence ?? '').join(' ');
}

/**
 * No unit gets the same from a task twice: a split that two people sent, or one person in two windows, made two children for each unit,
 * period or measure, and the unit was asked twice. Voided and terminated children are no part of the whole, so they stand in nobody's way;
 * a closed one would be added up twice.
 */
export function sameChildFault(
  { children }: Pick<TaskState, 'children'>,
  by: 'units' | 'periods' | 'measures',
  wanted: readonly Wanted[],
): Rejection | null {
  const asked = wanted.map((child) => ({ leads: child.leadUnitIds, subject: subjectOf(by, child) }));
  if (asked.some((child, index) => asked.slice(0, index).some((other) => isSame(child, other)))) return TWICE;
  const there = children.filter(({ ended }) => ended === null || ended === 'closed');
  const found = there.find((child) => asked.some((each) => isSame(each, child)));
  return found ? existsFault(found) : null;
}

const TWICE = reject('TASK.CHILD_TWICE', '有两项子任务的承办单位和内容相同，请合并为一项，或分别写明名称。');

function existsFault({ number, ended }: TaskState['children'][number]): Rejection {
  const what =
    ended === null
      ? '不再重复分解；确需重新分解的，请先将其作废或终止'
      : '且已销号，不再重复分解；另有任务的，请按举措分解并写明名称';
  return reject('TASK.CHILD_EXISTS', `子任务${number}已把同样的内容交给同一单位，${what}。`);
}

type Part = Pick<TaskState['children'][number], 'leads' | 'subject'>;

function isSame(one: Part, other: Part): boolean {
  return one.subject === other.subject && one.leads.some((unitId) => other.leads.includes(unitId));
}
