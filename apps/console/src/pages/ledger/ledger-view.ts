import { daySchema, type Lamp, type Outcome, outcomeSchema, TASK_STATUSES, type TaskStatus } from '#domain';
import { type HomeRow } from '../../api/answer';
import { LAMPS } from '../../parts/lamps';
import { WAIT_KINDS } from '../../parts/wait-kinds';
import { COLUMN_KEYS, type ColumnKey, HIDDEN_AT_FIRST } from './column-keys';

/** Ways of looking at the same tasks. */
export const MODES = ['list', 'unit', 'time'] as const;
export type Mode = (typeof MODES)[number];
/** What a list can be in the order of. */
export const SORTS = ['serial', 'due', 'recorded', 'percent'] as const;
export type Sort = (typeof SORTS)[number];
/** Rows of a page. */
export const PAGE_SIZES = [20, 50, 100, 200] as const;
const DEFAULT_SIZE = 50;
/** Said in the address where every column is shown; without a word those are hidden that usually are. */
const NONE_HIDDEN = 'none';

/** Which tasks. Filters of different kinds must all hold; of one kind, any. Names are those of the api's parameters. */
export interface LedgerFilters {
  readonly status: readonly TaskStatus[];
  /** How closed tasks ended. */
  readonly outcome: readonly Outcome[];
  readonly lamp: readonly Lamp[];
  /** What waits for the reader, as the home counts it. */
  readonly mine: readonly HomeRow['kind'][];
  readonly leadUnit: readonly string[];
  readonly unit: readonly string[];
  readonly section: readonly string[];
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly importId: string | null;
  readonly text: string;
}

/** All that the address says about the page. */
export interface LedgerView {
  readonly ledgerId: string | null;
  readonly mode: Mode;
  readonly filters: LedgerFilters;
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
  readonly size: number;
  /** Where the page begins; null: at the first row. */
  readonly cursor: string | null;
  /** Which page it is, from 1; only for people, the cursor says where it begins. */
  readonly page: number;
  readonly hidden: readonly ColumnKey[];
  /** The year of the view by time; null: that of the work at hand. */
  readonly year: number | null;
  /** The task in the drawer. */
  readonly taskId: string | null;
}

export const NO_FILTERS: LedgerFilters = {
  status: [],
  outcome: [],
  lamp: [],
  mine: [],
  leadUnit: [],
  unit: [],
  section: [],
  dueFrom: null,
  dueTo: null,
  importId: null,
  text: '',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const MOST = 50;

/** Reads the address. What it does not know, or what cannot be, is left out: an old link still opens. */
export function readView(parameters: URLSearchParams): LedgerView {
  const one = (name: string): string | null => parameters.get(name);
  const listed = (name: string): string[] =>
    parameters.getAll(name).flatMap((value) => value.split(',').filter((each) => each !== ''));
  const cursor = short(one('cursor'), 500);
  return {
    // Other pages of ours have said `ledger` for it.
    ledgerId: uuid(one('ledgerId') ?? one('ledger')),
    mode: oneOf(MODES, one('view')) ?? 'list',
    filters: {
      status: known(TASK_STATUSES, listed('status')),
      outcome: known(outcomeSchema.options, listed('outcome')),
      lamp: known(LAMPS, listed('lamp')),
      mine: known(WAIT_KINDS, listed('mine')),
      leadUnit: distinct(listed('leadUnit')).filter((id) => UUID.test(id)),
      unit: distinct(listed('unit')).filter((id) => UUID.test(id)),
      section: distinct(parameters.getAll('section').map((section) => section.trim())),
      dueFrom: day(one('dueFrom')),
      dueTo: day(one('dueTo')),
      importId: uuid(one('importId')),
      text: (one('text') ?? '').trim().slice(0, 100),
    },
    sort: oneOf(SORTS, one('sort')) ?? 'serial',
    order: one('order') === 'desc' ? 'desc' : 'asc',
    size: PAGE_SIZES.find((size) => String(size) === one('limit')) ?? DEFAULT_SIZE,
    cursor,
    page: cursor === null ? 1 : Math.max(2, whole(one('page')) ?? 2),
    hidden: hiddenBy(listed('hide')),
    year: inYears(whole(one('year'))),
    taskId: uuid(one('task')),
  };
}

/** Writes the address; what is as usual is left out, and the same view always gives the same address. */
export function writeView(view: LedgerView): URLSearchParams {
  const written = new URLSearchParams();
  const put = (name: string, value: string | number | null, usual: string | number = ''): void => {
    if (value !== null && value !== '' && value !== usual) written.set(name, String(value));
  };
  const { filters } = view;
  put('ledgerId', view.ledgerId);
  put('view', view.mode, 'list');
  put('status', filters.status.join(','));
  put('outcome', filters.outcome.join(','));
  put('lamp', filters.lamp.join(','));
  put('mine', filters.mine.join(','));
  put('leadUnit', filters.leadUnit.join(','));
  put('unit', filters.unit.join(','));
  for (const section of filters.section) written.append('section', section);
  put('dueFrom', filters.dueFrom);
  put('dueTo', filters.dueTo);
  put('importId', filters.importId);
  put('text', filters.text);
  put('sort', view.sort, 'serial');
  put('order', view.order, 'asc');
  put('limit', view.size, DEFAULT_SIZE);
  put('cursor', view.cursor);
  put('page', view.cursor === null ? null : view.page);
  put('hide', view.hidden.length === 0 ? NONE_HIDDEN : view.hidden.join(','), HIDDEN_AT_FIRST.join(','));
  put('year', view.year);
  put('task', view.taskId);
  return written;
}

/** The view of other tasks: it begins at the first row. */
export function withFilters(view: LedgerView, changes: Partial<LedgerFilters>): LedgerView {
  return firstPage({ ...view, filters: { ...view.filters, ...changes } });
}

/** The view at its first row. */
export function firstPage(view: LedgerView): LedgerView {
  return { ...view, cursor: null, page: 1 };
}

/** The parameters of the list that a view asks for, without place and number of rows. */
export function listQuery({ filters, sort, order }: LedgerView, ledgerId: string | null) {
  const { status, outcome, lamp, mine, leadUnit, unit, section, dueFrom, dueTo, importId, text } = filters;
  return {
    ...(ledgerId === null ? {} : { ledgerId }),
    ...(importId === null ? {} : { importId }),
    ...(status.length === 0 ? {} : { status: [...status] }),
    ...(outcome.length === 0 ? {} : { outcome: [...outcome] }),
    ...(lamp.length === 0 ? {} : { lamp: [...lamp] }),
    ...(mine.length === 0 ? {} : { mine: [...mine] }),
    ...(leadUnit.length === 0 ? {} : { leadUnit: [...leadUnit] }),
    ...(unit.length === 0 ? {} : { unit: [...unit] }),
    ...(section.length === 0 ? {} : { section: [...section] }),
    ...(dueFrom === null ? {} : { dueFrom }),
    ...(dueTo === null ? {} : { dueTo }),
    ...(text === '' ? {} : { text }),
    sort,
    order,
  };
}

/** The address of the list under some filters only: where a figure leads. */
export function listAddress(ledgerId: string | null, filters: Partial<LedgerFilters>): string {
  const view: LedgerView = { ...readView(new URLSearchParams()), ledgerId, filters: { ...NO_FILTERS, ...filters } };
  return `/ledger?${writeView(view).toString()}`;
}

function hiddenBy(texts: readonly string[]): readonly ColumnKey[] {
  const named = known(COLUMN_KEYS, texts).filter((key) => key !== 'title');
  return named.length > 0 || texts.includes(NONE_HIDDEN) ? named : HIDDEN_AT_FIRST;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

function known<Value extends string>(values: readonly Value[], texts: readonly string[]): Value[] {
  return values.filter((value) => texts.includes(value));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, MOST);
}

function uuid(text: string | null): string | null {
  return text !== null && UUID.test(text) ? text : null;
}

function day(text: string | null): string | null {
  return daySchema.safeParse(text).success ? text : null;
}

function short(text: string | null, most: number): string | null {
  return text !== null && text !== '' && text.length <= most ? text : null;
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/u.test(text) ? Number(text) : null;
}

function inYears(year: number | null): number | null {
  return year !== null && year >= 1949 && year <= 2200 ? year : null;
}
