import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Popover } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useLedgerChoice } from '../../app/ledger-choice';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { FILTER_KEYS, type FilterKey, type FilterPhrase, withoutFilter } from './filter-sentence';
import { type LedgerFilters, NO_FILTERS } from './ledger-view';
import { SavedFilters } from './saved-filters-menu';
import { TextSearch } from './text-search';

const FilterEditor = lazy(() => import('./filter-editors'));

const words = LEDGER_WORDS.filters;

interface Props {
  readonly filters: LedgerFilters;
  readonly phrases: readonly FilterPhrase[];
  readonly onChange: (changes: Partial<LedgerFilters>) => void;
}

/** The filters as a sentence of chips; each is changed by clicking it and taken away by its cross. */
export function FilterBar({ filters, phrases, onChange }: Props): ReactElement {
  const [open, setOpen] = useState<FilterKey | null>(null);
  const said = new Map(phrases.map((phrase) => [phrase.key, phrase.value]));
  const shown = FILTER_KEYS.filter((key) => said.has(key) || key === open);
  const others = FILTER_KEYS.filter((key) => !shown.includes(key));
  return (
    <section className="filter-bar no-print" aria-label={words.label}>
      <TextSearch text={filters.text} onSearch={(text) => onChange({ text })} />
      <LedgerChip />
      {shown.map((key) => (
        <Chip
          key={key}
          of={key}
          value={said.get(key) ?? ''}
          filters={filters}
          open={open === key}
          onOpen={(opened) => setOpen(opened ? key : null)}
          onChange={onChange}
        />
      ))}
      <AddFilter keys={others} onAdd={setOpen} />
      {phrases.length > 0 && (
        <Button type="text" onClick={() => onChange(NO_FILTERS)}>
          {words.clear}
        </Button>
      )}
      <span className="spring" />
      <SavedFilters />
    </section>
  );
}

/** Which ledger, where there are several; it is chosen in the frame. */
function LedgerChip(): ReactElement | null {
  const { ledgers, chosen, choose } = useLedgerChoice();
  if (chosen === null || ledgers.length < 2) return null;
  return (
    <span className="chip">
      <span className="chip-text">
        <span className="quiet">
          {words.ledger}
          {words.colon}
        </span>
        {chosen.name}
      </span>
      <RemoveButton what={words.ledger} onClick={() => choose(null)} />
    </span>
  );
}

interface AddProps {
  readonly keys: readonly FilterKey[];
  readonly onAdd: (key: FilterKey) => void;
}

function AddFilter({ keys, onAdd }: AddProps): ReactElement | null {
  if (keys.length === 0) return null;
  const items = keys.map((key) => ({ key, label: words[key], onClick: () => onAdd(key) }));
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" icon={<PlusOutlined aria-hidden />}>
        {words.add}
      </Button>
    </Dropdown>
  );
}

interface ChipProps {
  readonly of: FilterKey;
  readonly value: string;
  readonly filters: LedgerFilters;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (changes: Partial<LedgerFilters>) => void;
}

function Chip({ of, value, filters, open, onOpen, onChange }: ChipProps): ReactElement {
  const label = words[of];
  return (
    <Popover
      open={open}
      onOpenChange={onOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <div className="filter-editor">
          <Suspense fallback={<p className="quiet">{WORDS.parts.loading}</p>}>
            <FilterEditor of={of} filters={filters} onChange={onChange} />
          </Suspense>
        </div>
      }
      getPopupContainer={(chip) => chip.parentElement ?? document.body}
    >
      <span className="chip" data-open={open}>
        <button type="button" className="chip-text" aria-expanded={open} aria-label={words.edit(`${label} ${value}`)}>
          <span className="quiet">
            {label}
            {words.colon}
          </span>
          {value}
        </button>
        <RemoveButton
          what={label}
          onClick={() => {
            onOpen(false);
            onChange(withoutFilter(of));
          }}
        />
      </span>
    </Popover>
  );
}

function RemoveButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }): ReactElement {
  return (
    <button
      type="button"
      className="chip-remove"
      aria-label={words.remove(what)}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      <CloseOutlined aria-hidden />
    </button>
  );
}
