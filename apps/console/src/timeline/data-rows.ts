import { ACTS_HERE } from '../acts';
import { type TimelineEntry } from '../api/answer';
import { actWord, type Course, EMPTY_COURSE, periodWord, recurrenceWord } from '../telling';
import { WORDS } from '../words';
import { titleOf } from './sentence';

/** One field of an event as people read it: a value, or rows of its own. */
export interface DataRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly rows: readonly DataRow[];
}

/** The word of each field, what the acts call their own fields included. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  ...WORDS.events.fields,
  ...Object.fromEntries(ACTS_HERE.flatMap(({ words: { eventFields = {} } }) => Object.entries(eventFields))),
};

/** Fields whose values are words of ours, by the field's name. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: WORDS.terms.outcomes,
  how: WORDS.terms.onBehalfWays,
  op: WORDS.terms.comparators,
  role: WORDS.terms.roles,
  limits: WORDS.events.values.limits,
  'authority.kind': WORDS.terms.authorities,
  'source.kind': WORDS.events.values.sourceKinds,
  kind: WORDS.events.values.timerKinds,
};

/** Fields that name a limit or an indicator by its id within the task. */
const LIMIT_FIELDS: ReadonlySet<string> = new Set([
  'limitId',
  'limitsDone',
  'limitsClaimed',
  'limitsReopened',
  'removedLimits',
]);
const INDICATOR_FIELDS: ReadonlySet<string> = new Set(['indicatorId']);

/**
 * The data of an event as a readable list. Fields without a word are left to the event's raw form.
 * @param course what is known of the task's limits and indicators; without it they go by their ids
 */
export function dataRows(entry: Pick<TimelineEntry, 'data' | 'units'>, course: Course = EMPTY_COURSE): DataRow[] {
  return rowsOf(entry.data, '', { units: new Map(entry.units.map(({ unitId, name }) => [unitId, name])), course });
}

interface Names {
  readonly units: ReadonlyMap<string, string>;
  readonly course: Course;
}

function nameOf(key: string, id: string, { units, course }: Names): string | undefined {
  if (LIMIT_FIELDS.has(key)) return course.limits[id]?.words || undefined;
  if (INDICATOR_FIELDS.has(key)) return course.indicators[id]?.name;
  return units.get(id);
}

function rowsOf(data: object, within: string, names: Names): DataRow[] {
  // What is defined here has its own words below: its id would only repeat them.
  const defined = 'sourceText' in data;
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const label = FIELD_WORDS[key];
    if (label === undefined || label === '' || isEmpty(value)) return [];
    if (defined && (LIMIT_FIELDS.has(key) || INDICATOR_FIELDS.has(key))) return [];
    return [{ key, label, ...shown(key, value, within, names) }];
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
      ? [{ key: `${key}-${index}`, label: WORDS.events.nth(index + 1), value: '', rows: rowsOf(each, key, names) }]
      : [],
  );
  return { value: '', rows };
}

function plain(key: string, value: unknown, within: string, names: Names): string {
  if (typeof value === 'boolean') return value ? WORDS.events.yes : WORDS.events.no;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const words = VALUE_WORDS[`${within}.${key}`] ?? VALUE_WORDS[key];
  return words?.[value] ?? nameOf(key, value, names) ?? coded(key, value);
}

function coded(key: string, value: string): string {
  if (key === 'recurrence') return recurrenceWord(value);
  if (key === 'period' || key === 'lastPeriod') return periodWord(value);
  if (key === 'step') return actWord(value) ?? value;
  if (key === 'rungId') return WORDS.events.values.rungs[value] ?? value;
  return key === 'type' ? titleOf(value) : value;
}
