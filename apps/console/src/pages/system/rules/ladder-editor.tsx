import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { type Recipient, recipientSchema } from '#domain';
import { numberFault } from '../../../forms/number-fault';
import { NumberField } from '../../../forms/number-field';
import { SelfTold } from '../../../forms/self-told';
import { RULE_WORDS } from '../../../words/rules.words';
import { ColumnHeads } from './column-heads';
import { type LadderDraft, nextRung, type NoticesDraft, RUNG_KINDS, type RungDraft } from './rule-draft';
import { faultAt, type RuleFault } from './rule-faults';

const words = RULE_WORDS;
const DAYS = { min: 1, max: 250 };
const NEW_NOTICES: NoticesDraft = { from: 10, every: 5, at: '08:50', told: ['unit-head', 'leader', 'office'] };

interface Props {
  readonly title: string;
  /** Where the ladder stands in the content. */
  readonly place: string;
  readonly value: LadderDraft;
  readonly faults: readonly RuleFault[];
  readonly onChange: (ladder: LadderDraft) => void;
}

/** Edits a ladder: its rungs, one a row, and the notices after the last one. */
export function LadderEditor({ title, place, value, faults, onChange }: Props): ReactElement {
  const { rungs, notices } = value;
  const setRungs = (next: readonly RungDraft[]): void => onChange({ ...value, rungs: next });
  const { columns } = words;
  const none = rungs.length === 0 ? faultAt(faults, `${place}.rungs`) : null;
  return (
    <div className="rule-ladder">
      <h3>{title}</h3>
      <table className="card-table rung-table">
        <caption>{title}</caption>
        <ColumnHeads columns={columns} acts />
        <tbody>
          {rungs.map((rung, index) => (
            <RungRow
              // Rungs have no id here: what stands in a row follows from its values.
              key={index}
              rung={rung}
              named={(what) => words.nthRung(title, index + 1, what)}
              removeWord={words.removeRung(title, index + 1)}
              fault={(part) => faultAt(faults, `${place}.rungs.${index}${part}`)}
              onChange={(next) => setRungs(rungs.map((each, at) => (at === index ? next : each)))}
              onRemove={() => setRungs(rungs.filter((_, at) => at !== index))}
            />
          ))}
        </tbody>
      </table>
      {none !== null && (
        <div className="field-fault" role="alert">
          {none}
        </div>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setRungs([...rungs, nextRung(rungs)])}>
        {words.addRung}
      </Button>
      <Notices
        title={title}
        value={notices}
        fault={(part) => faultAt(faults, `${place}.notices${part}`)}
        onChange={(next) => onChange({ ...value, notices: next })}
      />
    </div>
  );
}

interface RowProps {
  readonly rung: RungDraft;
  /** Tells the fields of several rungs apart. */
  readonly named: (what: string) => string;
  readonly removeWord: string;
  /** What is wrong with the rung (an empty part) or a part of it. */
  readonly fault: (part: string) => string | null;
  readonly onChange: (rung: RungDraft) => void;
  readonly onRemove: () => void;
}

function RungRow({ rung, named, removeWord, fault, onChange, onRemove }: RowProps): ReactElement {
  const { columns } = words;
  const { kind, days, at, told } = rung;
  const ofPart = fault('.told') ?? fault('.at') ?? fault('.offsetWorkingDays');
  // What is wrong with a rung as a whole is its day beside that of others.
  const ofDay = fault('.offsetWorkingDays') ?? (ofPart === null ? fault('') : null);
  return (
    <tr>
      <td data-label={columns.kind}>
        <Select
          aria-label={named(columns.kind)}
          className="rung-kind"
          value={kind}
          options={RUNG_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(next) => onChange({ ...rung, kind: next, days: days === 0 && next !== 'due' ? 1 : days })}
        />
      </td>
      <td data-label={columns.day}>
        {kind === 'due' ? (
          <SelfTold fault={ofDay}>{() => <span>{words.rungDay(kind, 0)}</span>}</SelfTold>
        ) : (
          <DaysField
            before={kind === 'remind' ? words.sides.remind : words.sides.after}
            label={named(words.days)}
            value={days}
            fault={ofDay}
            onChange={(next) => onChange({ ...rung, days: next })}
          />
        )}
      </td>
      <td data-label={columns.at}>
        <TimeField
          label={named(columns.at)}
          value={at}
          fault={fault('.at')}
          onChange={(next) => onChange({ ...rung, at: next })}
        />
      </td>
      <td data-label={columns.told}>
        <ToldField
          label={named(columns.told)}
          value={told}
          fault={fault('.told')}
          onChange={(next) => onChange({ ...rung, told: next })}
        />
      </td>
      <td className="act">
        <Button type="text" danger icon={<DeleteOutlined aria-hidden />} aria-label={removeWord} onClick={onRemove}>
          {words.remove}
        </Button>
      </td>
    </tr>
  );
}

interface FieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly fault: string | null;
  readonly onChange: (value: Value) => void;
}

function DaysField({
  before,
  label,
  value,
  fault,
  onChange,
}: FieldProps<number | null> & { readonly before: string }): ReactElement {
  return (
    <SelfTold fault={numberFault(value, DAYS) ?? fault}>
      {(aria) => (
        <span className="rung-days">
          {before}
          <NumberField
            {...aria}
            {...DAYS}
            {...(fault === null ? {} : { 'aria-invalid': true })}
            label={label}
            value={value}
            unit={words.workingDays}
            onChange={onChange}
          />
        </span>
      )}
    </SelfTold>
  );
}

function TimeField({ label, value, fault, onChange }: FieldProps<string>): ReactElement {
  return (
    <SelfTold fault={fault}>
      {(aria) => (
        <Input
          {...aria}
          {...(fault === null ? {} : { 'aria-invalid': true, status: 'error' as const })}
          className="rung-at number"
          autoComplete="off"
          placeholder={words.timeHint}
          aria-label={label}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </SelfTold>
  );
}

function ToldField({ label, value, fault, onChange }: FieldProps<readonly Recipient[]>): ReactElement {
  return (
    <SelfTold fault={fault}>
      {(aria) => (
        <div role="group" aria-label={label} {...aria}>
          {recipientSchema.options.map((each) => (
            <Checkbox
              key={each}
              checked={value.includes(each)}
              {...(fault === null ? {} : { 'aria-invalid': true })}
              onChange={({ target }) =>
                onChange(
                  recipientSchema.options.filter((other) => (other === each ? target.checked : value.includes(other))),
                )
              }
            >
              {words.recipients[each]}
            </Checkbox>
          ))}
        </div>
      )}
    </SelfTold>
  );
}

interface NoticesProps {
  readonly title: string;
  readonly value: NoticesDraft | null;
  readonly fault: (part: string) => string | null;
  readonly onChange: (notices: NoticesDraft | null) => void;
}

function Notices({ title, value, fault, onChange }: NoticesProps): ReactElement {
  const named = (what: string): string => words.ofNotices(title, what);
  return (
    <div className="rule-notices">
      <Checkbox checked={value !== null} onChange={({ target }) => onChange(target.checked ? NEW_NOTICES : null)}>
        {words.noticesOn}
      </Checkbox>
      {value !== null && (
        <div className="rule-notices-fields">
          <div>
            <span aria-hidden>{words.noticesFrom}</span>
            <DaysField
              before=""
              label={named(words.noticesFrom)}
              value={value.from}
              fault={fault('.from')}
              onChange={(from) => onChange({ ...value, from })}
            />
          </div>
          <div>
            <span aria-hidden>{words.noticesEvery}</span>
            <DaysField
              before=""
              label={named(words.noticesEvery)}
              value={value.every}
              fault={fault('.every')}
              onChange={(every) => onChange({ ...value, every })}
            />
          </div>
          <TimeField
            label={named(words.columns.at)}
            value={value.at}
            fault={fault('.at')}
            onChange={(at) => onChange({ ...value, at })}
          />
          <ToldField
            label={named(words.columns.told)}
            value={value.told}
            fault={fault('.told')}
            onChange={(told) => onChange({ ...value, told })}
          />
        </div>
      )}
    </div>
  );
}
