import { FilterOutlined } from '@ant-design/icons';
import { Button, Drawer, Radio, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { TextSearch } from './filter-bar';
import { FilterEditor } from './filter-editors';
import { FILTER_KEYS, type FilterPhrase, filterSentence } from './filter-sentence';
import {
  firstPage,
  type LedgerFilters,
  type LedgerView,
  NO_FILTERS,
  type Sort,
  SORTS,
  withFilters,
} from './ledger-view';
import { SavedList } from './saved-filters-menu';

const words = LEDGER_WORDS.filters;

interface Props {
  readonly view: LedgerView;
  readonly phrases: readonly FilterPhrase[];
  readonly totalWords: string;
  readonly onChange: (view: LedgerView) => void;
}

/** On a phone: the filters as a line, and a sheet from below to change them. */
export function FilterSheet({ view, phrases, totalWords, onChange }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <p className="narrow-line quiet">{filterSentence(phrases)}</p>
      <div className="thumb-bar narrow-bar no-print">
        <Button type="primary" icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {words.sheetCount(phrases.length)}
        </Button>
      </div>
      <Drawer
        open={open}
        onClose={close}
        placement="bottom"
        size="85%"
        title={words.sheet}
        footer={
          <div className="sheet-foot">
            <Button onClick={() => onChange(withFilters(view, NO_FILTERS))}>{words.clear}</Button>
            <Button type="primary" onClick={close}>
              {words.show(totalWords.trim())}
            </Button>
          </div>
        }
      >
        <SheetBody view={view} onChange={onChange} onGone={close} />
      </Drawer>
    </>
  );
}

interface BodyProps extends Pick<Props, 'view' | 'onChange'> {
  readonly onGone: () => void;
}

function SheetBody({ view, onChange, onGone }: BodyProps): ReactElement {
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
