import {
  ENDED,
  grantsOf,
  type LifecycleLine,
  RUNNING,
  statusWord,
  TASK_ACTS,
  TASK_STATUSES,
  type TaskStatus,
} from '#domain';
import { ACTS_HERE } from '../../acts';
import { type ActOperation } from '../../acts/act';
import { type TaskDetail } from '../../api/answer';
import { awaitedLeads, laneNames } from '../../parts/lanes';
import { WORDS } from '../../words';

type Lines = Readonly<Record<string, LifecycleLine>>;

/** The acts that lead a task on: a correction may bring it under way too, and says nothing about the way. */
const LEADING: Lines = Object.fromEntries(
  Object.values(TASK_ACTS).flatMap((act) => (act.offered === 'leading' ? [[act.type, act]] : [])),
);

/** Statuses beside the main way that a task leaves forwards, each with the place on the way that comes next. */
const NEXT_PLACE: Readonly<Partial<Record<TaskStatus, TaskStatus>>> = {
  declined: 'assigned',
  returned: 'closure-requested',
};

/** A place on the strip. */
export interface Place {
  readonly status: TaskStatus;
  readonly word: string;
  readonly at: 'done' | 'now' | 'ahead';
}

/** The way on which a task goes the furthest: from the draft to the ended status that takes the most steps. */
export function mainWay(lines: Lines = LEADING): TaskStatus[] {
  const ways = waysFromDraft(lines);
  const ended = ENDED.map((status) => ways.get(status) ?? []);
  return ended.reduce((longest, way) => (way.length > longest.length ? way : longest), []);
}

/** Where an act leads by itself. */
function ahead(to: LifecycleLine['to']): TaskStatus[] {
  return TASK_STATUSES.filter((status) => to.includes(status));
}

/**
 * The longest way from the draft to every status, going forwards only. The shortest one left steps out: a unit may report, and ask
 * for closure, while another one has not accepted yet.
 */
function waysFromDraft(lines: Lines): Map<TaskStatus, TaskStatus[]> {
  const ways = new Map<TaskStatus, TaskStatus[]>([['draft', ['draft']]]);
  for (const [place, status] of TASK_STATUSES.entries()) {
    const way = ways.get(status);
    if (way === undefined) continue;
    const later = Object.values(lines)
      .filter(({ from }) => from.includes(status))
      .flatMap(({ to }) => ahead(to))
      .filter((next) => TASK_STATUSES.indexOf(next) > place);
    for (const next of later) if ((ways.get(next)?.length ?? 0) <= way.length) ways.set(next, [...way, next]);
  }
  return ways;
}

/**
 * The strip of a task: the main way, and where it stands. A status beside the main way stands before the place that comes next
 * (退回整改 before 初核中), one that leads back (缓办) after what was reached; an ended one likewise, and nothing follows it.
 * @param reached statuses that the task has had, as far as they are known
 */
export function strip(status: TaskStatus, reached: readonly TaskStatus[] = []): Place[] {
  const way = mainWay();
  const here = way.indexOf(status);
  if (here >= 0) return way.map((each, index) => place(each, index < here ? 'done' : index === here ? 'now' : 'ahead'));
  const now = place(status, 'now');
  const last = Math.max(0, ...reached.map((each) => way.indexOf(each)));
  if (ENDED.includes(status)) return [...way.slice(0, last + 1).map((each) => place(each, 'done')), now];
  const next = NEXT_PLACE[status];
  const before = next === undefined ? last + 1 : way.indexOf(next);
  return [
    ...way.slice(0, before).map((each) => place(each, 'done')),
    now,
    ...way.slice(before).map((each) => place(each, 'ahead')),
  ];
}

function place(status: TaskStatus, at: Place['at']): Place {
  return { status, word: statusWord(status), at };
}

/** Statuses in which the lead units act next; a declined task waits for the office. */
const WITH_UNITS: readonly TaskStatus[] = RUNNING.filter((status) => status !== 'declined');

/**
 * Who has the task in hand: the lead units that are still to act while the task is with them, else whoever is permitted the act
 * that leads on; null at the end.
 */
export function holderOf(task: Pick<TaskDetail, 'status' | 'lanes'>): string | null {
  const { status } = task;
  if (ENDED.includes(status)) return null;
  const awaited = laneNames(awaitedLeads(task));
  if (WITH_UNITS.includes(status) && awaited !== '') return awaited;
  const grants = leadingActs(status).flatMap((act) => grantsOf(act));
  const office = grants.filter(([role, scope]) => role !== 'engine' && scope !== 'own-unit').map(([role]) => role);
  const roles = [...new Set(office)].map((role) => WORDS.terms.roles[role]);
  return roles.length === 0 ? null : roles.join(WORDS.parts.and);
}

/** The acts that lead from a status to the next one of the main way, from beside it back to it, or back to where the task was. */
function leadingActs(status: TaskStatus): ActOperation[] {
  const way = mainWay();
  const here = way.indexOf(status);
  return ACTS_HERE.flatMap(({ operation }) => {
    const { from, to, offered } = TASK_ACTS[operation];
    if (offered !== 'leading' || !from.includes(status)) return [];
    return to.includes('back') || ahead(to).some((next) => way.indexOf(next) > here) ? [operation] : [];
  });
}
