import { ENDED, grantsOf, type LifecycleLine, statusWord, TASK_ACTS, TASK_STATUSES, type TaskStatus } from '#domain';
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

/** A place on the strip. */
export interface Place {
  readonly status: TaskStatus;
  readonly word: string;
  readonly at: 'done' | 'now' | 'ahead';
}

/** The way on which a task goes the furthest: from the draft to the ended status that takes the most steps. */
export function mainWay(lines: Lines = LEADING): TaskStatus[] {
  const ways = waysFromDraft(lines);
  const ended = [...ways].filter(([status]) => ENDED.includes(status)).map(([, way]) => way);
  return ended.reduce<TaskStatus[]>((longest, way) => (way.length > longest.length ? way : longest), []);
}

/** Where an act leads by itself. */
function ahead(to: LifecycleLine['to']): TaskStatus[] {
  return TASK_STATUSES.filter((status) => to.includes(status));
}

/** The shortest way from the draft to every status. */
function waysFromDraft(lines: Lines): Map<TaskStatus, TaskStatus[]> {
  const ways = new Map<TaskStatus, TaskStatus[]>([['draft', ['draft']]]);
  for (const [status, way] of ways) {
    for (const { from, to } of Object.values(lines)) {
      if (!from.includes(status)) continue;
      for (const next of ahead(to)) if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return ways;
}

/**
 * The strip of a task: the main way, and where it stands. A status beside the main way stands before the one that it leads on
 * to (退回整改 before 初核中), one that leads back (缓办) after what was reached; an ended one likewise, and nothing follows it.
 * @param reached statuses that the task has had, as far as they are known
 */
export function strip(status: TaskStatus, reached: readonly TaskStatus[] = [], lines: Lines = LEADING): Place[] {
  const way = mainWay(lines);
  const here = way.indexOf(status);
  if (here >= 0) return way.map((each, index) => place(each, index < here ? 'done' : index === here ? 'now' : 'ahead'));
  const now = place(status, 'now');
  const last = Math.max(0, ...reached.map((each) => way.indexOf(each)));
  if (ENDED.includes(status)) return [...way.slice(0, last + 1).map((each) => place(each, 'done')), now];
  const onward = Math.min(
    ...nextOf(status, lines)
      .map((each) => way.indexOf(each))
      .filter((index) => index >= 0),
  );
  const before = Number.isFinite(onward) ? onward : last + 1;
  return [
    ...way.slice(0, before).map((each) => place(each, 'done')),
    now,
    ...way.slice(before).map((each) => place(each, 'ahead')),
  ];
}

function place(status: TaskStatus, at: Place['at']): Place {
  return { status, word: statusWord(status), at };
}

function nextOf(status: TaskStatus, lines: Lines): TaskStatus[] {
  return Object.values(lines).flatMap(({ from, to }) =>
    from.includes(status) ? ahead(to).filter((next) => next !== status && !ENDED.includes(next)) : [],
  );
}

/** Who has the task in hand: the lead units that are still to act where leads act next, else whoever is permitted the act that leads on; null at the end. */
export function holderOf(task: Pick<TaskDetail, 'status' | 'lanes'>): string | null {
  const { status } = task;
  if (ENDED.includes(status)) return null;
  const grants = leadingActs(status).flatMap((act) => [...grantsOf(act)]);
  const byUnit = grants.some(([, scope]) => scope === 'lead-unit' || scope === 'own-unit');
  const awaited = laneNames(awaitedLeads(task));
  if (byUnit && awaited !== '') return awaited;
  const roles = [...new Set(grants.map(([role]) => role))].filter((role) => role !== 'engine');
  return roles.length === 0 ? null : roles.map((role) => WORDS.terms.roles[role]).join(WORDS.parts.and);
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
