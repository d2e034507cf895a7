import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, AutoComplete, Button, Input, Select } from 'antd';
import { type ClipboardEvent, type ReactElement, useId, useMemo } from 'react';
import { freshId } from '../api/fresh-id';
import { type LedgerRow } from '../api/answer';
import { WORDS } from '../words';
import { PEOPLE_WORDS as words } from '../words/people.words';
import { type CheckedRow, type KnownUnit } from './check-people';
import { newRow, type PersonRow } from './person-row';
import { isSheet, readPastedPeople } from './pasted-people';
import { RoleSelect } from './role-select';
import './people.css';

interface Props {
  readonly rows: readonly PersonRow[];
  readonly onRows: (rows: readonly PersonRow[]) => void;
  /** What is wrong with each wanted line, as long as it stands there. */
  readonly checked: readonly CheckedRow[];
  readonly units: readonly KnownUnit[];
  readonly ledgers: readonly LedgerRow[];
  /** False: accounts alone are made; units and posts cannot be filled in. */
  readonly withPosts: boolean;
  readonly disabled?: boolean;
}

/** A table to type or paste people into. Enter goes down a line, as in a sheet; a pasted block fills lines. */
export function PeopleTable({
  rows,
  onRows,
  checked,
  units,
  ledgers,
  withPosts,
  disabled = false,
}: Props): ReactElement {
  const { message } = App.useApp();
  const place = useId();
  const found = useMemo(() => new Map(checked.map((each) => [each.row.rowKey, each])), [checked]);
  const unitOptions = useMemo(() => unitChoices(units), [units]);
  const withLedger = withPosts && ledgers.length > 0;
  const change = (rowKey: string, parts: Partial<PersonRow>): void =>
    onRows(rows.map((row) => (row.rowKey === rowKey ? { ...row, ...parts } : row)));
  const down = (index: number): void => {
    if (index === rows.length - 1) onRows([...rows, newRow(freshId())]);
    requestAnimationFrame(() => document.getElementById(`${place}-${index + 1}`)?.focus());
  };
  const paste = (index: number, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!isSheet(text)) return;
    event.preventDefault();
    const people = readPastedPeople(text, ledgers);
    const unread = [...new Set(people.flatMap(({ unreadRoles }) => unreadRoles))];
    onRows(withPasted(rows, index, people));
    void message.info(words.pasted(people.length));
    if (unread.length > 0) void message.warning(words.unreadRoles(unread.join(WORDS.parts.and)));
  };
  return (
    <div className={withLedger ? 'people-table with-ledger' : 'people-table'} role="group" aria-label={words.table}>
      <div className="people-head" aria-hidden="true">
        <span>{words.columns.name}</span>
        <span>{words.columns.unit}</span>
        <span>{words.columns.roles}</span>
        <span>{words.columns.loginName}</span>
        {withLedger && <span>{words.columns.ledger}</span>}
      </div>
      {rows.map((row, index) => (
        <PersonLine
          key={row.rowKey}
          row={row}
          index={index}
          nameId={`${place}-${index}`}
          checked={found.get(row.rowKey) ?? null}
          unitOptions={unitOptions}
          ledgers={withLedger ? ledgers : []}
          withPosts={withPosts}
          disabled={disabled}
          onChange={(parts) => change(row.rowKey, parts)}
          onDown={() => down(index)}
          onPaste={(event) => paste(index, event)}
          onRemove={() => onRows(rows.filter(({ rowKey }) => rowKey !== row.rowKey))}
        />
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        disabled={disabled}
        onClick={() => onRows([...rows, newRow(freshId())])}
      >
        {words.addRow}
      </Button>
    </div>
  );
}

interface UnitChoice {
  readonly value: string;
  readonly label: string;
  readonly words: string;
}

/** A unit whose name another one has too is chosen by its path. */
function unitChoices(units: readonly KnownUnit[]): readonly UnitChoice[] {
  const count = new Map<string, number>();
  for (const { name } of units) count.set(name, (count.get(name) ?? 0) + 1);
  return units.map(({ name, path, aliases }) => {
    const value = count.get(name) === 1 ? name : path;
    return { value, label: value, words: [name, ...aliases].join(' ') };
  });
}

/** Pasted people fill the lines from the one pasted into, over lines that have no name; the others come after. */
function withPasted(
  rows: readonly PersonRow[],
  index: number,
  people: ReturnType<typeof readPastedPeople>,
): readonly PersonRow[] {
  const lines = people.map(({ unreadRoles: _unread, ...person }) => newRow(freshId(), person));
  const before = rows.slice(0, index);
  const after = rows.slice(index).filter(({ name }) => name.trim() !== '');
  return [...before, ...lines, ...after];
}

interface LineProps {
  readonly row: PersonRow;
  readonly index: number;
  readonly nameId: string;
  readonly checked: CheckedRow | null;
  readonly unitOptions: readonly UnitChoice[];
  readonly ledgers: readonly LedgerRow[];
  readonly withPosts: boolean;
  readonly disabled: boolean;
  readonly onChange: (parts: Partial<PersonRow>) => void;
  readonly onDown: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onRemove: () => void;
}

function PersonLine(props: LineProps): ReactElement {
  const { row, index, nameId, checked, unitOptions, ledgers, withPosts, disabled } = props;
  const { onChange, onDown, onPaste, onRemove } = props;
  const label = (column: string): string => words.rowLabel(column, index + 1);
  const status = (field: keyof CheckedRow['faults']) => (checked?.faults[field] ? { status: 'error' as const } : {});
  return (
    <div className="person-line" onPaste={onPaste}>
      <div>
        <Input
          id={nameId}
          aria-label={label(words.columns.name)}
          value={row.name}
          placeholder={words.typeName}
          disabled={disabled}
          {...status('name')}
          onChange={(event) => onChange({ name: event.target.value })}
          onPressEnter={onDown}
        />
        <FieldNote checked={checked} field="name" />
      </div>
      <div>
        <AutoComplete<string, UnitChoice>
          aria-label={label(words.columns.unit)}
          value={row.unit}
          options={[...unitOptions]}
          placeholder={words.typeUnit}
          disabled={disabled || !withPosts}
          {...status('unit')}
          showSearch={{ filterOption: (text, option) => (option?.words ?? '').includes(text.trim()) }}
          onChange={(unit) => onChange({ unit })}
        />
        <FieldNote checked={checked} field="unit" />
      </div>
      <div>
        <RoleSelect
          label={label(words.columns.roles)}
          value={row.roles}
          disabled={disabled || !withPosts}
          faulty={checked?.faults.roles !== undefined}
          onChange={(roles) => onChange({ roles })}
        />
        <FieldNote checked={checked} field="roles" />
      </div>
      <div>
        <Input
          aria-label={label(words.columns.loginName)}
          value={row.loginName}
          placeholder={checked?.loginName || words.typeLoginName}
          className={row.loginName === '' && checked !== null ? 'suggested' : ''}
          disabled={disabled}
          maxLength={100}
          {...status('loginName')}
          onChange={(event) => onChange({ loginName: event.target.value })}
          onPressEnter={onDown}
        />
        <FieldNote checked={checked} field="loginName" />
      </div>
      {ledgers.length > 0 && (
        <LedgerSelect
          label={label(words.columns.ledger)}
          row={row}
          ledgers={ledgers}
          disabled={disabled}
          onChange={onChange}
        />
      )}
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={words.removeRow(index + 1)}
        disabled={disabled}
        onClick={onRemove}
      />
    </div>
  );
}

const ALL = 'all';

function LedgerSelect({
  label,
  row,
  ledgers,
  disabled,
  onChange,
}: Pick<LineProps, 'row' | 'ledgers' | 'disabled' | 'onChange'> & { readonly label: string }): ReactElement {
  const options = [
    { value: ALL, label: words.allLedgers },
    ...ledgers.map(({ ledgerId, name }) => ({ value: ledgerId, label: name })),
  ];
  return (
    <Select
      aria-label={label}
      value={row.ledgerId ?? ALL}
      options={options}
      disabled={disabled}
      popupMatchSelectWidth={false}
      onChange={(value) => onChange({ ledgerId: value === ALL ? null : value })}
    />
  );
}

function FieldNote({
  checked,
  field,
}: {
  readonly checked: CheckedRow | null;
  readonly field: keyof CheckedRow['faults'];
}): ReactElement | null {
  const fault = checked?.faults[field];
  const hint = checked?.hints[field];
  if (fault !== undefined) return <div className="field-fault">{fault}</div>;
  return hint === undefined ? null : <div className="field-hint">{hint}</div>;
}
