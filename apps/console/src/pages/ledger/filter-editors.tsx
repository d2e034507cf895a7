import { Checkbox, Select } from 'antd';
import { type ReactElement } from 'react';
import { type Lamp, type Outcome, outcomeSchema, statusWord, TASK_STATUSES, type TaskStatus } from '#domain';
import { type HomeRow } from '../../api/answer';
import { reads } from '../../api/client';
import { useLedgerChoice } from '../../app/ledger-choice';
import { LiveDay } from '../../forms/self-told-day';
import { LampMark } from '../../parts/lamp-mark';
import { WAIT_KINDS } from '../../parts/wait-kinds';
import { UnitPicker } from '../../parts/unit-picker';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { WAIT_WORDS } from '../../words/waits.words';
import { useOutcomeWords } from './filter-names';
import { type FilterKey } from './filter-sentence';
import { LAMPS } from '../../parts/lamps';
import { type LedgerFilters } from './ledger-view';

const words = LEDGER_WORDS.filters;

interface Props {
  readonly filters: LedgerFilters;
  readonly onChange: (changes: Partial<LedgerFilters>) => void;
}

/** What changes one kind of filter; each change takes effect at once. */
export default function FilterEditor({ of, ...props }: Props & { readonly of: FilterKey }): ReactElement {
  const { filters, onChange } = props;
  switch (of) {
    case 'status':
      return <StatusEditor {...props} />;
    case 'outcome':
      return <OutcomeEditor {...props} />;
    case 'lamp':
      return <LampEditor {...props} />;
    case 'mine':
      return <MineEditor {...props} />;
    case 'leadUnit':
      return (
        <UnitPicker label={words.leadUnit} value={filters.leadUnit} onChange={(leadUnit) => onChange({ leadUnit })} />
      );
    case 'unit':
      return <UnitPicker label={words.unit} value={filters.unit} onChange={(unit) => onChange({ unit })} />;
    case 'due':
      return <DueEditor {...props} />;
    case 'section':
      return <SectionEditor {...props} />;
    case 'importId':
      return <ImportEditor {...props} />;
  }
}

function StatusEditor({ filters, onChange }: Props): ReactElement {
  return (
    <Checkbox.Group<TaskStatus>
      className="filter-checks"
      aria-label={words.status}
      options={TASK_STATUSES.map((value) => ({ value, label: statusWord(value) }))}
      value={[...filters.status]}
      onChange={(status) => onChange({ status })}
    />
  );
}

function OutcomeEditor({ filters, onChange }: Props): ReactElement {
  const wordOf = useOutcomeWords();
  return (
    <Checkbox.Group<Outcome>
      className="filter-checks"
      aria-label={words.outcome}
      options={outcomeSchema.options.map((value) => ({ value, label: wordOf(value) }))}
      value={[...filters.outcome]}
      onChange={(outcome) => onChange({ outcome })}
    />
  );
}

function LampEditor({ filters, onChange }: Props): ReactElement {
  return (
    <Checkbox.Group<Lamp>
      className="filter-checks"
      aria-label={words.lamp}
      options={LAMPS.map((value) => ({ value, label: <LampMark lamp={value} /> }))}
      value={[...filters.lamp]}
      onChange={(lamp) => onChange({ lamp })}
    />
  );
}

function MineEditor({ filters, onChange }: Props): ReactElement {
  return (
    <Checkbox.Group<HomeRow['kind']>
      className="filter-checks"
      aria-label={words.mine}
      options={WAIT_KINDS.map((value) => ({ value, label: WAIT_WORDS.kinds[value] }))}
      value={[...filters.mine]}
      onChange={(mine) => onChange({ mine })}
    />
  );
}

function DueEditor({ filters: { dueFrom, dueTo }, onChange }: Props): ReactElement {
  return (
    <div className="filter-days">
      <label>
        {words.from}
        <LiveDay value={dueFrom} latest={dueTo ?? undefined} onChange={(day) => onChange({ dueFrom: day })} />
      </label>
      <label>
        {words.to}
        <LiveDay value={dueTo} earliest={dueFrom ?? undefined} onChange={(day) => onChange({ dueTo: day })} />
      </label>
    </div>
  );
}

function SectionEditor({ filters, onChange }: Props): ReactElement {
  const { chosen } = useLedgerChoice();
  const ledgerId = chosen?.ledgerId ?? '';
  const { data, isPending } = reads.useQuery(
    'get',
    '/api/ledgers/{ledgerId}/summary',
    { params: { path: { ledgerId } } },
    { enabled: chosen !== null },
  );
  if (chosen === null) return <span className="quiet">{words.needsLedger}</span>;
  const names = data?.bySection.map(({ section }) => section) ?? [];
  const options = [...new Set([...names, ...filters.section])];
  return (
    <Select
      className="filter-wide"
      mode="multiple"
      aria-label={words.section}
      placeholder={words.section}
      loading={isPending}
      value={[...filters.section]}
      options={options.map((value) => ({ value, label: value === '' ? WORDS.parts.noSection : value }))}
      notFoundContent={words.noSections}
      onChange={(section) => onChange({ section })}
    />
  );
}

function ImportEditor({ filters, onChange }: Props): ReactElement {
  const { ledgers, chosen } = useLedgerChoice();
  const imports = (chosen === null ? ledgers : [chosen]).flatMap((ledger) => ledger.imports);
  return (
    <Select
      className="filter-wide"
      aria-label={words.importId}
      placeholder={words.importId}
      allowClear
      value={filters.importId}
      options={imports.map(({ importId, source }) => ({ value: importId, label: source.title }))}
      notFoundContent={words.noImports}
      onChange={(importId: string | undefined) => onChange({ importId: importId ?? null })}
    />
  );
}
