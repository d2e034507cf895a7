import { type Outcome, statusWord } from '#domain';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { WAIT_WORDS } from '../../words/waits.words';
import { type LedgerFilters } from './ledger-view';

const words = LEDGER_WORDS.filters;

/** The kinds of filters that a sentence is made of. */
export const FILTER_KEYS = [
  'leadUnit',
  'unit',
  'status',
  'outcome',
  'lamp',
  'mine',
  'due',
  'section',
  'importId',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Names of what the filters name by id; an unknown id has none yet. */
export interface FilterNames {
  readonly unit: (unitId: string) => string | undefined;
  readonly document: (importId: string) => string | undefined;
  readonly outcome: (outcome: Outcome) => string;
}

/** One filter as people read it. */
export interface FilterPhrase {
  readonly key: FilterKey | 'text';
  readonly label: string;
  readonly value: string;
}

/** The filters that are set, in words: “牵头：市医保局 · 状态：办理中 · 亮灯：逾期”. */
export function filterPhrases(filters: LedgerFilters, names: FilterNames): readonly FilterPhrase[] {
  const values: readonly (readonly [FilterPhrase['key'], string])[] = [
    ['leadUnit', joined(filters.leadUnit.map((id) => names.unit(id) ?? WORDS.parts.loading))],
    ['unit', joined(filters.unit.map((id) => names.unit(id) ?? WORDS.parts.loading))],
    ['status', joined(filters.status.map((status) => statusWord(status)))],
    ['outcome', joined(filters.outcome.map(names.outcome))],
    ['lamp', joined(filters.lamp.map((lamp) => WORDS.terms.lamps[lamp]))],
    ['mine', joined(filters.mine.map((kind) => WAIT_WORDS.kinds[kind]))],
    ['due', dueWords(filters)],
    ['section', joined(filters.section.map((section) => (section === '' ? WORDS.parts.noSection : section)))],
    ['importId', filters.importId === null ? '' : (names.document(filters.importId) ?? WORDS.parts.loading)],
    ['text', filters.text],
  ];
  return values
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ key, value, label: key === 'text' ? words.text : words[key] }));
}

/** The filters as one line. */
export function filterSentence(phrases: readonly FilterPhrase[]): string {
  if (phrases.length === 0) return words.none;
  return phrases.map(({ label, value }) => `${label}${words.colon}${value}`).join(words.separator);
}

/** The change that takes one filter away. */
export function withoutFilter(key: FilterPhrase['key']): Partial<LedgerFilters> {
  switch (key) {
    case 'due':
      return { dueFrom: null, dueTo: null };
    case 'importId':
      return { importId: null };
    case 'text':
      return { text: '' };
    default:
      return { [key]: [] };
  }
}

function dueWords({ dueFrom, dueTo }: LedgerFilters): string {
  if (dueFrom !== null && dueTo !== null) return dueFrom === dueTo ? dueFrom : words.dueBetween(dueFrom, dueTo);
  if (dueFrom !== null) return words.dueFrom(dueFrom);
  return dueTo === null ? '' : words.dueTo(dueTo);
}

function joined(names: readonly string[]): string {
  return names.join(WORDS.parts.and);
}
