import { AGGREGATE_NAMES } from '#domain';
import { Button, Select } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { LiveDay } from '../../forms/self-told-day';
import { UnitPicker } from '../../parts/unit-picker';
import { SENTENCES } from '../../timeline';
import { AUDIT_WORDS } from '../../words/audit.words';
import { categoryWord, type LogFilter } from './log-filter';

interface Props {
  readonly filter: LogFilter;
  /** Names of people by account, to choose from. */
  readonly people: ReadonlyMap<string, string>;
  readonly onShow: (filter: LogFilter) => void;
}

const words = AUDIT_WORDS.filter;

/** Which records are shown: by day, kind, unit and person. */
export function FilterBar({ filter, people, onShow }: Props): ReactElement {
  const { accountId, unitId, taskId, ...rest } = filter;
  const narrowed = accountId ?? unitId ?? taskId ?? rest.from ?? rest.to;
  const anything = narrowed !== null || rest.category.length + rest.type.length > 0;
  return (
    <div className="log-filter no-print" role="group" aria-label={words.label}>
      <Days filter={filter} onShow={onShow} />
      <Field label={words.category}>
        <Select
          id="log-category"
          aria-label={words.category}
          mode="multiple"
          allowClear
          placeholder={words.any}
          value={[...filter.category]}
          options={AGGREGATE_NAMES.map((category) => ({ value: category, label: categoryWord(category) }))}
          onChange={(category) => onShow({ ...filter, category })}
        />
      </Field>
      <Field label={words.type}>
        <Select
          aria-label={words.type}
          mode="multiple"
          allowClear
          placeholder={words.any}
          value={[...filter.type]}
          options={Object.entries(SENTENCES).map(([type, { title }]) => ({ value: type, label: title }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(type) => onShow({ ...filter, type })}
        />
      </Field>
      <Field label={words.unit}>
        <UnitPicker
          single
          label={words.unit}
          value={unitId === null ? [] : [unitId]}
          onChange={([chosen]) => onShow({ ...filter, unitId: chosen ?? null })}
        />
      </Field>
      <Field label={words.person}>
        <Select
          aria-label={words.person}
          allowClear
          placeholder={words.anyone}
          value={accountId}
          options={[...people].map(([value, label]) => ({ value, label }))}
          onChange={(chosen: string | undefined) => onShow({ ...filter, accountId: chosen ?? null })}
        />
      </Field>
      {anything && <Button onClick={() => onShow(EVERYTHING)}>{words.clear}</Button>}
    </div>
  );
}

const EVERYTHING: LogFilter = {
  from: null,
  to: null,
  category: [],
  type: [],
  unitId: null,
  accountId: null,
  taskId: null,
};

function Days({ filter, onShow }: Pick<Props, 'filter' | 'onShow'>): ReactElement {
  const { from, to } = filter;
  return (
    <Field label={words.days}>
      <div className="log-days">
        <LiveDay
          label={words.from}
          placeholder={words.from}
          value={from}
          latest={to ?? undefined}
          onChange={(day) => onShow({ ...filter, from: day })}
        />
        <LiveDay
          label={words.to}
          placeholder={words.to}
          value={to}
          earliest={from ?? undefined}
          onChange={(day) => onShow({ ...filter, to: day })}
        />
      </div>
    </Field>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="log-field">
      <span className="quiet" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
