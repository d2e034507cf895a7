import { LEDGER_KINDS, type LedgerKind, outcomeSchema, outcomeWord } from '#domain';
import { ACTS_HERE } from '../../acts';
import { type TimelineEntry } from '../../api/answer';
import {
  actWord,
  type Course,
  EMPTY_COURSE,
  periodWord,
  policyVersionWord,
  recurrenceWord,
  rungWord,
} from '../../telling';
import { WORDS } from '../../words';
import { EVENT_FIELD_WORDS } from '../../words/event-fields.words';
import { EVENT_WORDS } from '../../words/events.words';

/** One field of an event as people read it: a value, or rows of its own. */
export interface DataRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly rows: readonly DataRow[];
}

/** The word of each field, what the acts call their own fields included; see `placed`. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  ...EVENT_FIELD_WORDS,
  ...Object.fromEntries(ACTS_HERE.flatMap(({ words: { eventFields = {} } }) => Object.entries(eventFields))),
};

const LEDGER_KIND_WORDS = Object.fromEntries(Object.entries(LEDGER_KINDS).map(([kind, { word }]) => [kind, word]));

/** Fields whose values are words of ours; see `placed`. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ledger.created.kind': LEDGER_KIND_WORDS,
  'ledger.classified.kind': LEDGER_KIND_WORDS,
  'asked.kind': LEDGER_KIND_WORDS,
  how: WORDS.terms.onBehalfWays,
  op: WORDS.terms.comparators,
  role: WORDS.terms.roles,
  limits: EVENT_WORDS.values.limits,
  'lanes.role': EVENT_WORDS.values.laneRoles,
  'added.role': EVENT_WORDS.values.laneRoles,
  'authority.kind': WORDS.terms.authorities,
  'source.kind': EVENT_WORDS.values.sourceKinds,
  relation: EVENT_WORDS.values.toldAs,
  'rung.kind': EVENT_WORDS.values.rungKinds,
  'task.split.by': EVENT_WORDS.values.splitWays,
  'rule.progress': EVENT_WORDS.values.progressRules,
  'indicators.rule': EVENT_WORDS.values.indicatorRules,
  'child.ended.ending': EVENT_WORDS.values.endings,
  holds: EVENT_WORDS.values.holds,
  'closing.owed': EVENT_WORDS.values.owed,
  'closing.targets': EVENT_WORDS.values.targets,
  'rungs.told': EVENT_WORDS.values.recipients,
  'notices.told': EVENT_WORDS.values.recipients,
  'rungs.kind': EVENT_WORDS.values.rungKinds,
  measure: WORDS.terms.measures,
  countedIn: EVENT_WORDS.values.countingUnits,
  'limit.moved.kind': EVENT_WORDS.values.moveKinds,
  'numbering.reserved.kind': EVENT_WORDS.values.ledgerNumbers,
  'numbering.used.kind': EVENT_WORDS.values.ledgerNumbers,
  'numbering.released.kind': EVENT_WORDS.values.ledgerNumbers,
  'moves.kind': EVENT_WORDS.values.moveKinds,
  'movedClocks.kind': EVENT_WORDS.values.movedClocks,
  'task.resumed.by': EVENT_WORDS.values.resumedBy,
  'proposal.decided.result': EVENT_WORDS.values.proposalResults,
  'account.decided.result': EVENT_WORDS.values.proposalResults,
  second: EVENT_WORDS.values.seconds,
  'account.password-reset.at': EVENT_WORDS.values.resetAt,
  'leaving.act': EVENT_WORDS.values.departures,
  'asked.act': EVENT_WORDS.values.accountActs,
};

/** Fields that say which of the task's records somebody had before them. */
const REVISIONS: ReadonlySet<string> = new Set(['revision', 'seenRevision']);

/** What is said of a field: by the place where it stands if it means something else there, otherwise by its name alone. */
function placed<Said>(said: Readonly<Record<string, Said>>, within: string, key: string): Said | undefined {
  return said[`${within}.${key}`] ?? said[key];
}

/**
 * The data of an event as a readable list. Fields without a word are left to the event's raw form.
 * @param course what is known of the task's limits and indicators; without it they go by their ids
 */
export function dataRows(
  {
    type,
    data,
    units,
    files = [],
    people = [],
    ledgerKind = null,
  }: Pick<TimelineEntry, 'type' | 'data' | 'units'> & Partial<Pick<TimelineEntry, 'files' | 'people' | 'ledgerKind'>>,
  course: Course = EMPTY_COURSE,
): DataRow[] {
  const named = [
    ...units.map(({ unitId, name }) => [unitId, name] as const),
    ...people.map(({ accountId, name }) => [accountId, name] as const),
    ...files.map(({ hash, fileName }) => [hash, fileName] as const),
  ];
  return rowsOf(data, type, { named: new Map(named), course, ledgerKind });
}

interface Names {
  /** Units and people by their ids, files by their hashes. */
  readonly named: ReadonlyMap<string, string>;
  readonly course: Course;
  /** By which outcomes are called. */
  readonly ledgerKind: LedgerKind | null;
}

function nameOf(key: string, id: string, { named, course }: Names): string | undefined {
  if (key === 'limitId') return course.limits[id]?.words || undefined;
  if (key === 'indicatorId') return course.indicators[id]?.name;
  return named.get(id);
}

/** @param within the field that holds the data; of an event's own data its type */
function rowsOf(data: object, within: string, names: Names): DataRow[] {
  // What is defined here has its own words below: its id would only repeat them.
  const defined = 'sourceText' in data;
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const label = placed(FIELD_WORDS, within, key);
    if (label === undefined || label === '' || isEmpty(value)) return [];
    if (defined && (key === 'limitId' || key === 'indicatorId')) return [];
    const row = { key, label, ...shown(key, value, within, names) };
    // Parts that are all empty, such as the terms before a first date, say nothing.
    return row.value === '' && row.rows.length === 0 ? [] : [row];
  });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function shown(key: string, value: unknown, within: string, names: Names): Pick<DataRow, 'value' | 'rows'> {
  if (Array.isArray(value)) return listed(key, value, within, names);
  if (typeof value === 'object' && value !== null) return { value: '', rows: rowsOf(value, key, names) };
  return { value: plain(key, value, within, names), rows: [] };
}

function listed(
  key: string,
  values: readonly unknown[],
  within: string,
  names: Names,
): Pick<DataRow, 'value' | 'rows'> {
  if (values.every((each) => typeof each !== 'object' || each === null)) {
    return { value: values.map((each) => plain(key, each, within, names)).join(WORDS.parts.and), rows: [] };
  }
  const rows = values.flatMap((each, index) =>
    typeof each === 'object' && each !== null
      ? [{ key: `${key}-${index}`, label: EVENT_WORDS.nth(index + 1), value: '', rows: rowsOf(each, key, names) }]
      : [],
  );
  return { value: '', rows };
}

function plain(key: string, value: unknown, within: string, names: Names): string {
  if (typeof value === 'boolean') return value ? EVENT_WORDS.yes : EVENT_WORDS.no;
  if (typeof value === 'number') return REVISIONS.has(key) ? EVENT_WORDS.revisionOfTask(value) : String(value);
  if (typeof value !== 'string') return '';
  if (key === 'outcome') return outcomeIn(value, names);
  return placed(VALUE_WORDS, within, key)?.[value] ?? nameOf(key, value, names) ?? coded(key, value);
}

function outcomeIn(value: string, { ledgerKind }: Names): string {
  const { data } = outcomeSchema.safeParse(value);
  return data === undefined ? value : outcomeWord(data, ledgerKind);
}

function coded(key: string, value: string): string {
  if (key === 'recurrence') return recurrenceWord(value);
  if (key === 'period') return periodWord(value);
  if (key === 'step') return actWord(value) ?? value;
  if (key === 'rungId') return rungWord(value);
  if (key === 'policy' || key === 'version') return policyVersionWord(value);
  return value;
}
