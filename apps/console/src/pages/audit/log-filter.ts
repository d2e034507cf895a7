import { AGGREGATE_NAMES, type AggregateName, AGGREGATES, grantsOf, isDay, type Role } from '#domain';
import { AUDIT_WORDS } from '../../words/audit.words';

/** Which records are looked at, as the address says; null or empty: all. */
export interface LogFilter {
  /** Days in Asia/Shanghai on which they were recorded, both ends included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly category: readonly AggregateName[];
  /** Kinds of events, such as `task.closed`. */
  readonly type: readonly string[];
  readonly unitId: string | null;
  readonly accountId: string | null;
  readonly taskId: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const EVENT_TYPE = /^[a-z]+\.[a-z-]+$/u;

/** The filter that an address names; what cannot be read is left out. */
export function filterOf(search: URLSearchParams): LogFilter {
  const day = (name: string): string | null => matching(search.get(name), isDay);
  const id = (name: string): string | null => matching(search.get(name), (text) => UUID.test(text));
  const list = (name: string): string[] => (search.get(name) ?? '').split(',').filter(Boolean);
  return {
    from: day('from'),
    to: day('to'),
    category: AGGREGATE_NAMES.filter((category) => list('category').includes(category)),
    type: list('type').filter((type) => EVENT_TYPE.test(type)),
    unitId: id('unitId'),
    accountId: id('accountId'),
    taskId: id('taskId'),
  };
}

function matching(text: string | null, fits: (text: string) => boolean): string | null {
  return text !== null && fits(text) ? text : null;
}

/** The address of a filter. */
export function writeFilter(filter: LogFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(queryOf(filter))) search.set(name, [value].flat().join(','));
  return search;
}

/** What is asked of the api: only what is set. */
export function queryOf({ category, type, ...single }: LogFilter): Partial<LogQuery> {
  const set = Object.entries(single).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return {
    ...Object.fromEntries(set),
    ...(category.length === 0 ? {} : { category: [...category] }),
    ...(type.length === 0 ? {} : { type: [...type] }),
  };
}

interface LogQuery {
  readonly from: string;
  readonly to: string;
  readonly category: AggregateName[];
  readonly type: string[];
  readonly unitId: string;
  readonly accountId: string;
  readonly taskId: string;
}

/** The word of a category. */
export function categoryWord(category: AggregateName): string {
  return AUDIT_WORDS.categories[category];
}

/** The roles that read the records of ledgers; others that read records read those beside the ledgers only. */
const LEDGER_READERS: readonly Role[] = grantsOf('event.list').flatMap(([role, scope]) =>
  scope === 'register' ? [] : [role],
);

/**
 * True when the records that are asked for may belong to a ledger, so that the chosen ledger narrows them. With a ledger, those
 * beside the ledgers are never found: the page of an audit administrator stayed empty.
 * @param roles what the reader is
 */
export function mayBeOfLedger({ category, type }: LogFilter, roles: readonly Role[]): boolean {
  if (!roles.some((role) => LEDGER_READERS.includes(role))) return false;
  const asked = category.length > 0 ? category : AGGREGATE_NAMES.filter((each) => hasAny(each, type));
  return asked.some((each) => AGGREGATES[each].ledger !== 'none');
}

/** True when a category has one of these kinds of events; every one has when none is named. */
function hasAny(category: AggregateName, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => Object.hasOwn(AGGREGATES[category].events, type));
}
