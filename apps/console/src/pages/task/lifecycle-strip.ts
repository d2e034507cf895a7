import { ENDED_STATUSES, LIFECYCLE, type LifecycleLine, PERMISSIONS, STATUS_WORDS, type TaskStatus } from '#domain';
import { ACTS_HERE } from '../../acts';
import { type ActOperation } from '../../acts/act';
import { type TaskDetail } from '../../api/answer';
import { type Step } from '../../telling';
import { WORDS } from '../../words';

type Lines = Readonly<Record<string, LifecycleLine>>;

/** A place on the strip. */
export interface Place {
  readonly status: TaskStatus;
  readonly word: string;
  readonly at: 'done' | 'now' | 'ahead';
}

/** The way on which a task goes the furthest: from the draft to the ended status that takes the most steps. */
export function mainWay(lines: Lines = LIFECYCLE): TaskStatus[] {
  const ways = waysFromDraft(lines);
  const ended = [...ways].filter(([status]) => ENDED_STATUSES.has(status)).map(([, way]) => way);
  return ended.reduce<TaskStatus[]>((longest, way) => (way.length > longest.length ? way : longest), []);
}

/** The shortest way from the draft to every status. */
function waysFromDraft(lines: Lines): Map<TaskStatus, TaskStatus[]> {
  const ways = new Map<TaskStatus, TaskStatus[]>([['draft', ['draft']]]);
  for (const [status, way] of ways) {
    for (const { from, to } of Object.values(lines)) {
      if (to !== null && from.includes(status) && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return ways;
}

/**
 * The strip of a task: the main way, and where it stands. A status beside the main way stands before the one that it leads on
 * to (退回整改 before 初核中); an ended one beside it comes after what was reached, and nothing follows it.
 * @param reached statuses that the task has had, as far as they are known
 */
export function strip(status: TaskStatus, reached: readonly TaskStatus[] = [], lines: Lines = LIFECYCLE): Place[] {
  const way = mainWay(lines);
  const here = way.indexOf(status);
  if (here >= 0) return way.map((each, index) => place(each, index < here ? 'done' : index === here ? 'now' : 'ahead'));
  const now = place(status, 'now');
  if (ENDED_STATUSES.has(status)) {
    const last = Math.max(0, ...reached.map((each) => way.indexOf(each)));
    return [...way.slice(0, last + 1).map((each) => place(each, 'done')), now];
  }
  const onward = Math.min(
    ...nextOf(status, lines)
      .map((each) => way.indexOf(each))
      .filter((index) => index >= 0),
  );
  const before = Number.isFinite(onward) ? onward : way.length;
  return [
    ...way.slice(0, before).map((each) => place(each, 'done')),
    now,
    ...way.slice(before).map((each) => place(each, 'ahead')),
  ];
}

function place(status: TaskStatus, at: Place['at']): Place {
  return { status, word: STATUS_WORDS[status], at };
}

function nextOf(status: TaskStatus, lines: Lines): TaskStatus[] {
  return Object.values(lines).flatMap(({ from, to }) =>
    to !== null && to !== status && !ENDED_STATUSES.has(to) && from.includes(status) ? [to] : [],
  );
}

/** The line in the lifecycle of the act that brings each kind of event. */
const LINE_OF: ReadonlyMap<string, LifecycleLine> = new Map(
  ACTS_HERE.flatMap(({ operation, sentences = {} }) =>
    Object.keys(sentences).map((type) => [type, LIFECYCLE[operation]] as const),
  ),
);

/** A status that a task had, and since which moment. */
export interface Stand {
  readonly status: TaskStatus;
  readonly since: string;
}

/** The statuses that events led through, the oldest first; a step that was taken back leads back to the one before. */
export function standsOf(steps: readonly Pick<Step, 'entry'>[]): Stand[] {
  let stands: Stand[] = [];
  let current: TaskStatus | null = null;
  const before: (TaskStatus | null)[] = [];
  for (const { entry } of steps) {
    const next: TaskStatus | null = statusAfter(entry.type, current, before);
    if (next !== null && next !== current) stands = [...stands, { status: next, since: entry.recordedAt }];
    current = next ?? current;
  }
  return stands;
}

function statusAfter(type: string, current: TaskStatus | null, before: (TaskStatus | null)[]): TaskStatus | null {
  if (type === 'task.drafted') return 'draft';
  if (type === 'task.withdrawn') return before.pop() ?? current;
  const line = LINE_OF.get(type);
  if (line === undefined) return current;
  if (line.withdrawable) before.push(current);
  return line.to ?? current;
}

/** Since when a task has had its status; null where the events that tell it have not been read. */
export function standsSince(status: TaskStatus, steps: readonly Pick<Step, 'entry'>[]): string | null {
  const last = standsOf(steps).at(-1);
  return last?.status === status ? last.since : null;
}

/** Who has the task in hand: the lead units where they act next, else whoever is permitted the act that leads on; null at the end. */
export function holderOf({ status, leadUnits }: Pick<TaskDetail, 'status' | 'leadUnits'>): string | null {
  if (ENDED_STATUSES.has(status)) return null;
  const grants = leadingActs(status).flatMap((act) => [...PERMISSIONS[act]]);
  const byUnit = grants.some(([, scope]) => scope === 'lead-unit' || scope === 'own-unit');
  if (byUnit && leadUnits.length > 0) return leadUnits.map(({ name }) => name).join(WORDS.parts.and);
  const roles = [...new Set(grants.map(([role]) => role))];
  return roles.length === 0 ? null : roles.map((role) => WORDS.terms.roles[role]).join(WORDS.parts.and);
}

/** The acts that lead from a status to the next one of the main way, or from beside it back to it. */
function leadingActs(status: TaskStatus): ActOperation[] {
  const way = mainWay();
  const here = way.indexOf(status);
  return ACTS_HERE.flatMap(({ operation }) => {
    const { from, to } = LIFECYCLE[operation];
    if (to === null || !from.includes(status)) return [];
    const index = way.indexOf(to);
    return index > here && !(here < 0 && ENDED_STATUSES.has(to)) ? [operation] : [];
  });
}
