import { Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { LEDGER_WORDS } from '../../words/ledger.words';
import FilterEditor from './filter-editors';
import { FILTER_KEYS } from './filter-sentence';
import { firstPage, type LedgerFilters, type LedgerView, type Sort, SORTS, withFilters } from './ledger-view';
import { SavedList } from './saved-filters-menu';
import { TextSearch } from './text-search';

const words = LEDGER_WORDS.filters;

interface Props {
  readonly view: LedgerView;
  readonly onChange: (view: LedgerView) => void;
  /** Another view was chosen. */
  readonly onGone: () => void;
}

/** All filters and the order, one below another. */
export default function SheetBody({ view, onChange, onGone }: Props): ReactElement {
  const change = (changes: Partial<LedgerFilters>): void => onChange(withFilters(view, changes));
  return (
    <div className="filter-sheet">
      <TextSearch text={view.filters.text} onSearch={(text) => change({ text })} />
      {FILTER_KEYS.map((key) => (
        <section key={key} aria-label={words[key]}>
          <h2>{words[key]}</h2>
          <FilterEditor of={key} filters={view.filters} onChange={change} />
        </section>
      ))}
      <SortEditor view={view} onChange={onChange} />
      <section aria-label={LEDGER_WORDS.saved.title}>
        <h2>{LEDGER_WORDS.saved.title}</h2>
        <SavedList onGone={onGone} />
      </section>
    </div>
  );
}

function SortEditor({ view, onChange }: Pick<Props, 'view' | 'onChange'>): ReactElement {
  return (
    <section aria-label={words.sort}>
      <h2>{words.sort}</h2>
      <Select<Sort>
        className="filter-wide"
        aria-label={words.sort}
        value={view.sort}
        options={SORTS.map((value) => ({ value, label: LEDGER_WORDS.sorts[value] }))}
        onChange={(sort) => onChange(firstPage({ ...view, sort }))}
      />
      <Radio.Group
        className="filter-order"
        aria-label={words.order}
        value={view.order}
        options={[
          { value: 'asc', label: words.ascending },
          { value: 'desc', label: words.descending },
        ]}
        onChange={({ target }) => onChange(firstPage({ ...view, order: target.value === 'desc' ? 'desc' : 'asc' }))}
      />
    </section>
  );
}
