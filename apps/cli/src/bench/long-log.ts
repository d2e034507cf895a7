import {
  type ActedBy,
  AGGREGATES,
  type Circumstances,
  type Day,
  DEFAULT_POLICY,
  endOfMonth,
  ENGINE_ACTOR,
  type Facts,
  isRejection,
  type Metadata,
  NO_STAFF,
  type RecordedEvent,
  type Role,
  schemaVersionOf,
  shanghaiInstant,
  type TaskCommand,
  type TaskState,
  rungsOfTask,
} from '#domain';
import { builtInCalendar, derivedId, newIdOf } from '#engine';
import { type EventStore, type EventToAppend, isJsonObject } from '#event-store';
import { eachBounded } from '#platform';
import { reportBody } from './fixture';
import { type DraftData } from './fixture-steps';
import { numberedDraft, UNITS } from './many-tasks';

/** Years that the log goes through; the last one is the last whose holidays are known for sure. */
const FIRST_YEAR = 2015;
const YEARS = 10;
/** Events of one task, from its draft to its closure. */
const EVENTS_OF_TASK = 32;
const IN_FLIGHT = 512;
const QUARTERS = [3, 6, 9, 12];
/** Tasks that are drafted and assigned together, as those of some documents are. */
const IMPORTED_TOGETHER = 5_000;

const calendar = builtInCalendar();
/** The ledger of every task here. */
export const LONG_LEDGER = derivedId('bench-long-ledger');
const CODE = 'LONG';
/** Stands for the digest of what a verifier or a closer saw: nobody looks at these tasks. */
const UNSEEN = '0'.repeat(64);

/** One thing that happens to every task of a year, on a day of it. */
interface Act {
  readonly month: number;
  readonly by: Role;
  readonly commands: (task: LongTask) => readonly TaskCommand[];
}

/** A task under way. */
interface LongTask {
  readonly taskId: string;
  readonly number: number;
  readonly year: number;
  /** Months of the year at whose end something is due. */
  readonly months: readonly number[];
  state: TaskState | null;
  revision: number;
}

/**
 * A log as an office leaves behind after ten years: each year's tasks from draft to closure, with a report each month, four
 * limits with their reminders, side by side in the order of the days. Every event is one that the rules have decided; they are
 * appended without the engine, which would take ten times as long.
 * @param events about how many
 * @returns how many there are
 */
export async function writeLongLog(
  store: EventStore,
  events: number,
  tell: (written: number) => void,
): Promise<number> {
  const tasksOfYear = Math.ceil(events / EVENTS_OF_TASK / YEARS);
  await openLedger(store, FIRST_YEAR);
  let written = 1;
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
    const first = (year - FIRST_YEAR) * tasksOfYear;
    written += await playOut(store, tasksOf(year, QUARTERS, first, tasksOfYear), COURSE);
    tell(written);
  }
  return written;
}

/** What {@link writeAcceptedTasks} writes. */
export interface AcceptedTasks {
  readonly tasks: number;
  readonly year: number;
  /** Months of the year at whose end each of them has a limit. */
  readonly months: readonly number[];
}

/** The same, no further than to tasks that their units have accepted at the beginning of a year: all their reminders are ahead. */
export async function writeAcceptedTasks(store: EventStore, { tasks, year, months }: AcceptedTasks): Promise<void> {
  await openLedger(store, year);
  for (let first = 0; first < tasks; first += IMPORTED_TOGETHER) {
    const count = Math.min(IMPORTED_TOGETHER, tasks - first);
    await playOut(store, tasksOf(year, months, first, count), OPENING);
  }
}

/** Each act for all tasks before the next one. @returns how many events came of it */
async function playOut(store: EventStore, tasks: readonly LongTask[], acts: readonly Act[]): Promise<number> {
  for (const act of acts) {
    await eachBounded(tasks, IN_FLIGHT, async (task) => {
      for (const command of act.commands(task)) await perform(store, task, act, command);
    });
  }
  return tasks.reduce((sum, { revision }) => sum + revision + 1, 0);
}

function tasksOf(year: number, months: readonly number[], first: number, count: number): LongTask[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return { taskId: derivedId('bench-long-task', String(number)), number, year, months, state: null, revision: -1 };
  });
}

async function perform(store: EventStore, task: LongTask, { month, by }: Act, command: TaskCommand): Promise<void> {
  const commandId = derivedId('bench-long-command', task.taskId, String(task.revision + 1));
  const circumstances = circumstancesOf({ id: task.taskId, commandId }, by, task, month);
  const decided = AGGREGATES.task.decide(task.state, command, circumstances);
  if (isRejection(decided)) throw new Error(`${command.type}: ${decided.code}`);
  const metadata = metadataOf(commandId, command, circumstances);
  const recorded = decided.map((event, index) =>
    AGGREGATES.task.record(event, {
      eventId: derivedId(commandId, String(index)),
      revision: task.revision + 1 + index,
      metadata,
    }),
  );
  await append(store, `task-${task.taskId}`, task.revision, recorded);
  task.state = recorded.reduce<TaskState | null>((state, event) => AGGREGATES.task.evolve(state, event), task.state);
  task.revision += recorded.length;
}

/** The ledger's numbers as the engine would have set them aside: this log has no other ledger. */
const CLAIMED: Facts['ledgerNumbers'] = [
  { kind: 'code', number: CODE, takenBy: null, claimed: true },
  { kind: 'closing-prefix', number: '测', takenBy: null, claimed: true },
];

/** The ledger of every task: whoever acts on one asks for it. */
async function openLedger(store: EventStore, year: number): Promise<void> {
  const data = { name: '测速台账', code: CODE, closingPrefix: '测', region: 'CN', kind: 'reform' } as const;
  const command = { type: 'ledger.create', data } as const;
  const commandId = derivedId('bench-long-command', LONG_LEDGER);
  const circumstances = circumstancesOf({ id: LONG_LEDGER, commandId }, 'supervision-clerk', { number: 0, year }, 1);
  const decided = AGGREGATES.ledger.decide(null, command, circumstances);
  if (isRejection(decided)) throw new Error(decided.code);
  const metadata = metadataOf(commandId, command, circumstances);
  const recorded = decided.map((event, revision) =>
    AGGREGATES.ledger.record(event, { eventId: derivedId(commandId, String(revision)), revision, metadata }),
  );
  await append(store, `ledger-${LONG_LEDGER}`, -1, recorded);
}

function circumstancesOf(
  { id, commandId }: { readonly id: string; readonly commandId: string },
  by: Role,
  task: Pick<LongTask, 'number' | 'year'>,
  month: number,
): Circumstances {
  const today = dayOf(task.year, month);
  return {
    now: shanghaiInstant(today, '09:10'),
    today,
    id,
    actor: actorOf(by, task.number),
    charge: [],
    calendar,
    policy: DEFAULT_POLICY,
    newId: () => newIdOf(id, commandId),
    facts: factsOf(task, today),
  };
}

function metadataOf(
  commandId: string,
  { type: act }: { readonly type: string },
  { actor, now: recordedAt }: Circumstances,
): Metadata {
  return { commandId, commandHash: '', correlationId: commandId, causationId: null, act, actor, recordedAt };
}

async function append(
  store: EventStore,
  stream: string,
  revision: number,
  events: readonly RecordedEvent[],
): Promise<void> {
  const result = await store.append(stream, revision < 0 ? 'no-stream' : revision, events.map(toAppendable));
  if (result.kind !== 'appended') throw new Error(`${stream}: ${result.kind}`);
}

function toAppendable({ eventId, type, metadata, data }: RecordedEvent): EventToAppend {
  const body: unknown = data;
  if (!isJsonObject(body)) throw new Error(`${type}: data is not a JSON object`);
  return { eventId, type, schemaVersion: schemaVersionOf(type), metadata, data: body };
}

const OPENING: readonly Act[] = [
  { month: 1, by: 'engine', commands: (task) => [{ type: 'task.draft', data: draftOf(task) }] },
  {
    month: 1,
    by: 'supervision-clerk',
    commands: ({ number }) => {
      const units = { leadUnitIds: [unitOf(number)], supportUnitIds: [unitOf(number + 7)] };
      return [{ type: 'task.confirm', data: { ...units, limits: 'confirmed' } }];
    },
  },
  {
    month: 1,
    by: 'supervision-clerk',
    commands: () => {
      const authority = { kind: 'document', reference: '云政办发〔2021〕18号' } as const;
      return [{ type: 'task.hang', data: { authority, secrecyDeclared: true } }];
    },
  },
  {
    month: 1,
    by: 'supervision-clerk',
    commands: () => [{ type: 'task.assign', data: { requirements: '', replyBy: null } }],
  },
  { month: 1, by: 'reporter', commands: () => [{ type: 'task.accept', data: {} }] },
];

const COURSE: readonly Act[] = [
  ...OPENING,
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap(monthOf),
  {
    month: 13,
    by: 'unit-head',
    commands: () => [
      { type: 'task.request-closure', data: { selfCheck: '举措均已完成。', committed: true, owed: [] } },
    ],
  },
  {
    month: 13,
    by: 'verifier',
    commands: () => [{ type: 'task.verify', data: { conclusion: '佐证齐全，效果达标。', acceptance: [] } }],
  },
  {
    month: 13,
    by: 'closer',
    commands: () => [{ type: 'task.close', data: { outcome: 'rectified', statement: '同意销号。' } }],
  },
];

/** Reminders of the quarter's limit first, then the month's report, which ends the limit. */
function monthOf(month: number): Act[] {
  const quarter = month % 3 === 0 ? `L${month / 3}` : null;
  const report: Act = {
    month,
    by: 'reporter',
    commands: () => [
      {
        type: 'task.report',
        data: {
          ...reportBody(month),
          percent: month * 8,
          done: quarter === null ? [] : [{ limitId: quarter, period: null }],
        },
      },
    ],
  };
  return quarter === null
    ? [report]
    : [{ month, by: 'engine', commands: (task) => remindersOf(task, quarter) }, report];
}

function remindersOf({ taskId, state }: LongTask, limitId: string): TaskCommand[] {
  if (state === null) throw new Error(`${taskId} is not there`);
  const ahead = rungsOfTask(taskId, state, calendar, DEFAULT_POLICY.ladders.limits).filter(
    (timer) => timer.limitId === limitId,
  );
  return ahead.slice(0, 3).map(({ lane, period, round, climb, rungId, kind, due }) => {
    if (kind === 'propose') throw new Error(`${rungId} of ${limitId} is no reminder`);
    const obligation = { lane, limitId, period };
    return { type: 'task.fire-rung', data: { obligation, holder: null, round, climb, rung: { rungId, kind }, due } };
  });
}

/** Late in a month; month 13 is the January after. */
function dayOf(year: number, month: number): Day {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${inYear}-${String(inMonth).padStart(2, '0')}-28`;
}

/** The unit that leads a task of a number. */
export function unitOf(number: number): string {
  return derivedId('bench-long-unit', String(number % UNITS));
}

function actorOf(role: Role, number: number): ActedBy {
  if (role === 'engine') {
    const { accountId, name, posts } = ENGINE_ACTOR;
    return { accountId, name, role, postId: posts[0]?.postId ?? null, unitId: posts[0]?.unitId ?? null };
  }
  const unitId = unitOf(number);
  const accountId = derivedId('bench-long-person', role, unitId);
  return { accountId, name: '测速人员', role, postId: derivedId('bench-long-post', role, unitId), unitId };
}

function factsOf({ number, year }: Pick<LongTask, 'number' | 'year'>, on: Day): Facts {
  return {
    knownUnits: new Set([unitOf(number), unitOf(number + 7)]),
    lineage: new Map(),
    knownFiles: new Set(),
    postedIn: new Set(),
    actsFor: new Set(),
    ledger: { code: CODE, closingPrefix: '测', practiceOf: null },
    rules: { policy: DEFAULT_POLICY, calendar },
    closingsBegun: false,
    ledgerNumbers: CLAIMED,
    staff: NO_STAFF,
    administrators: [],
    takenOut: [],
    departing: false,
    administratorPosts: [],
    reserved: { number: `测〔${year}〕${number + 1}号`, on },
    digest: UNSEEN,
  };
}

function draftOf({ number, year, months }: LongTask): DraftData {
  const limits = months.map((month, index) => ({
    limitId: `L${index + 1}`,
    sourceText: `${month}月底前`,
    what: '报送阶段小结',
    due: endOfMonth(dayOf(year, month)),
    recurrence: null,
    dueOn: null,
    span: null,
  }));
  return numberedDraft(number, LONG_LEDGER, year, limits);
}
