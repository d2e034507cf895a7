import { statusWord, TASK_ACTS } from '#domain';
import { z } from 'zod';
import { type TaskRow } from '../api/answer';
import { type BatchItem } from '../batch';
import { today } from '../forms/today';
import { WORDS } from '../words';
import { LEDGER_WORDS } from '../words/ledger.words';

const words = LEDGER_WORDS.batch;

/** What can be done to many tasks at once. */
export const BATCH_ACTS = [
  'task.accept',
  'task.decline',
  'task.assign',
  'task.urge',
  'task.confirm',
  'task.hang',
  'task.decide-proposal',
] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

/** What of a row the batch needs to know. */
export type BatchRow = Pick<
  TaskRow,
  | 'taskId'
  | 'serial'
  | 'taskNumber'
  | 'title'
  | 'status'
  | 'revision'
  | 'leadUnits'
  | 'supportUnits'
  | 'unansweredUnitIds'
  | 'leadUnitNames'
  | 'supportUnitNames'
  | 'limitCount'
  | 'doubtCount'
  | 'nextDue'
  | 'asked'
>;

/** What the person has said of rows that a batch otherwise leaves out. */
export interface Taken {
  /** Drafts with doubts: they have been checked. */
  readonly doubtful: boolean;
  /** Tasks with a day that is over: they are assigned with it. */
  readonly pastDays: boolean;
  /** The matter (`matterOf`) of all that is decided at once, for only what is alike is; null: not chosen yet. */
  readonly askedFor: string | null;
}

/** What decides whether an act is open for a row, beside the row itself. */
export interface Bearings {
  readonly unitsCalled: UnitsCalled;
  readonly taken: Taken;
  /** The units of the person's posts. */
  readonly own: ReadonlySet<string>;
}

/** Which units of the register are called by a name; undefined: that was not asked. */
export type UnitsCalled = (name: string) => readonly string[] | undefined;

/** Units and limits of one task, as its confirmation states them. */
export interface Confirmation {
  readonly leadUnitIds: string[];
  readonly supportUnitIds: string[];
  readonly limits: 'confirmed' | 'none';
}

/** The selected rows by whether the act is open for them. */
export interface Partition {
  readonly open: readonly BatchRow[];
  /** Those for which it is not, gathered by the reason. */
  readonly closed: readonly { readonly reason: string; readonly rows: readonly BatchRow[] }[];
}

/** Sorts selected rows by whether an act is open for them now, and says why not. */
export function partition(rows: readonly BatchRow[], act: BatchAct, bearings: Bearings): Partition {
  const open: BatchRow[] = [];
  const closed = new Map<string, BatchRow[]>();
  for (const row of rows) {
    const reason = whyNot(row, act, bearings);
    if (reason === null) open.push(row);
    else closed.set(reason, [...(closed.get(reason) ?? []), row]);
  }
  return { open, closed: [...closed].map(([reason, those]) => ({ reason, rows: those })) };
}

/** The acts by which a unit answers its assignment. */
const ANSWERS: readonly BatchAct[] = ['task.accept', 'task.decline'];

function whyNot(row: BatchRow, act: BatchAct, { unitsCalled, taken, own }: Bearings): string | null {
  const { from, word } = TASK_ACTS[act];
  if (!from.includes(row.status)) return words.notOpenStatus(statusWord(row.status), word);
  if (ANSWERS.includes(act) && !row.unansweredUnitIds.some((unitId) => own.has(unitId))) return words.answered;
  if (act === 'task.assign' && row.leadUnits.length === 0) return words.noLead;
  if (hasPastDay(row, act) && !taken.pastDays) return words.pastDay;
  if (act === 'task.decide-proposal') return whyNotDecided(row, taken);
  if (act !== 'task.confirm') return null;
  if (row.doubtCount > 0 && !taken.doubtful) return words.doubtful;
  const confirmed = confirmationOf(row, unitsCalled);
  return typeof confirmed === 'string' ? confirmed : null;
}

/** One answer fits what is alike, the measures to choose from too; what ends a task is looked at by itself. */
function whyNotDecided({ asked }: BatchRow, { askedFor }: Taken): string | null {
  const [only, ...others] = asked;
  if (only === undefined) return words.nothingAsked;
  if (others.length > 0) return words.askedTwice;
  if (ACTS.get(only.act)?.offered === 'final') return words.endAsked;
  return matterOf(only) === askedFor ? null : words.askedOther(wordAsked(only));
}

const ACTS = new Map<string, { readonly word: string; readonly offered: string }>(Object.entries(TASK_ACTS));

type AskedFor = BatchRow['asked'][number];

/** What is alike: the act, and the measures from which one is chosen. */
function matterOf({ act, measures }: Pick<AskedFor, 'act' | 'measures'>): string {
  return [act, ...measures].join(' ');
}

/** What was asked for, in a word. */
export function wordAsked({ act, measures }: Pick<AskedFor, 'act' | 'measures'>): string {
  if (measures.length === 0) return ACTS.get(act)?.word ?? act;
  return words.measuresAsked(measures.map((measure) => WORDS.terms.measures[measure]).join(WORDS.parts.or));
}

/** What may be decided at once. */
export interface Matter extends Pick<AskedFor, 'measures'> {
  /** Tells matters apart. */
  readonly matter: string;
  readonly word: string;
}

/** Rows with what another person than the reader has asked for. */
export function rowsToDecide<Row extends Pick<BatchRow, 'asked'>>(
  rows: readonly Row[],
  accountId: string,
): readonly Row[] {
  return rows.map((row) => ({ ...row, asked: row.asked.filter(({ by }) => by !== accountId) }));
}

/** The matters that may be decided at once among some rows, that of the most rows first. */
export function mattersAsked(rows: readonly BatchRow[]): readonly Matter[] {
  const counts = new Map<string, { readonly asked: AskedFor; readonly rows: number }>();
  for (const row of rows) {
    const [only] = row.asked;
    if (only === undefined) continue;
    const matter = matterOf(only);
    if (whyNotDecided(row, { doubtful: false, pastDays: false, askedFor: matter }) !== null) continue;
    counts.set(matter, { asked: only, rows: (counts.get(matter)?.rows ?? 0) + 1 });
  }
  return [...counts]
    .sort(([, one], [, other]) => other.rows - one.rows)
    .map(([matter, { asked }]) => ({ matter, word: wordAsked(asked), measures: asked.measures }));
}

/** True for a task that would be assigned with a day that is over: the server refuses it until somebody says what becomes of the day. */
export function hasPastDay({ status, nextDue }: BatchRow, act: BatchAct): boolean {
  return act === 'task.assign' && TASK_ACTS[act].from.includes(status) && nextDue !== null && nextDue < today();
}

/**
 * What is confirmed of a task: the units chosen before, else those that the register calls exactly as the document does, and its
 * limits as they stand. A sentence when a person has to look at it.
 */
export function confirmationOf(row: BatchRow, unitsCalled: UnitsCalled): Confirmation | string {
  const leads = idsOf(row.leadUnits, row.leadUnitNames, unitsCalled);
  const supports = idsOf(row.supportUnits, row.supportUnitNames, unitsCalled);
  if (typeof leads === 'string') return leads;
  if (typeof supports === 'string') return supports;
  if (leads.length === 0) return words.noNamedUnit;
  const named = [...leads, ...supports];
  const twice = named.findIndex((id, index) => named.indexOf(id) !== index);
  if (twice >= 0) return words.twice([...row.leadUnitNames, ...row.supportUnitNames][twice] ?? '');
  return { leadUnitIds: leads, supportUnitIds: supports, limits: row.limitCount > 0 ? 'confirmed' : 'none' };
}

function idsOf(
  chosen: readonly { readonly unitId: string }[],
  names: readonly string[],
  unitsCalled: UnitsCalled,
): string[] | string {
  if (chosen.length > 0) return chosen.map(({ unitId }) => unitId);
  const ids: string[] = [];
  for (const name of names) {
    const found = unitsCalled(name) ?? [];
    const [only] = found;
    if (only === undefined) return words.unknownUnit(name);
    if (found.length > 1) return words.manyUnits(name);
    ids.push(only);
  }
  return ids;
}

/** Names of units that have to be looked up before rows can be confirmed. */
export function namesToLookUp(rows: readonly BatchRow[], act: BatchAct): readonly string[] {
  if (act !== 'task.confirm') return [];
  const names = rows
    .filter(({ status }) => TASK_ACTS[act].from.includes(status))
    .flatMap((row) => [
      ...(row.leadUnits.length === 0 ? row.leadUnitNames : []),
      ...(row.supportUnits.length === 0 ? row.supportUnitNames : []),
    ]);
  return [...new Set(names)];
}

/** How many units lead the rows. */
export function leadCount(rows: readonly BatchRow[]): number {
  return new Set(
    rows.flatMap((row) => (row.leadUnits.length > 0 ? row.leadUnits.map(({ unitId }) => unitId) : row.leadUnitNames)),
  ).size;
}

const confirmation = TASK_ACTS['task.confirm'].command.omit({ seenRevision: true });
const decision = TASK_ACTS['task.decide-proposal'].command.omit({ seenRevision: true });
const seen = z.record(z.string(), z.int());

/** A batch as it is kept: the act, what is common to all of it, what is each task's own. */
export const batchFormSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('task.accept'), body: TASK_ACTS['task.accept'].command, seen }),
  z.object({ act: z.literal('task.decline'), body: TASK_ACTS['task.decline'].command, seen }),
  z.object({ act: z.literal('task.assign'), body: TASK_ACTS['task.assign'].command, seen }),
  z.object({ act: z.literal('task.urge'), body: TASK_ACTS['task.urge'].command, seen }),
  z.object({ act: z.literal('task.hang'), body: TASK_ACTS['task.hang'].command, seen }),
  z.object({ act: z.literal('task.confirm'), bodies: z.record(z.string(), confirmation), seen }),
  z.object({ act: z.literal('task.decide-proposal'), bodies: z.record(z.string(), decision), seen }),
]);
export type BatchForm = z.infer<typeof batchFormSchema>;

/** The revisions that the person has seen, by task. */
export function revisionsOf(rows: readonly BatchRow[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ taskId, revision }) => [taskId, revision]));
}

/** Tasks as a batch lists them, each with the way to its page. */
export function itemsOf(
  rows: readonly Pick<BatchRow, 'taskNumber' | 'serial' | 'title' | 'taskId'>[],
): readonly BatchItem[] {
  return rows.map((row) => ({ id: row.taskId, label: labelOf(row), href: `/tasks/${row.taskId}` }));
}

/** How a task is named in a batch. */
export function labelOf({ taskNumber, serial, title }: Pick<BatchRow, 'taskNumber' | 'serial' | 'title'>): string {
  return `${taskNumber ?? LEDGER_WORDS.serial(serial)} ${title}`;
}
