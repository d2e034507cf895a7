import { DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import { isDay, type Recurrence, recurrenceSchema } from '#domain';
import { Button, Select } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DueOnFields } from '../../forms/due-on-fields';
import { GrowingText } from '../../forms/growing-text';
import { SelfToldDay } from '../../forms/self-told-day';
import { today } from '../../forms/today';
import { recurrenceWord } from '../../telling';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { type EditedLimit, nextPartId } from './content-changes';

const words = ACT_WORDS.limitsEditor;
const fields = ACT_WORDS.fields;
const ONCE = 'once';
const KNOWN = Object.keys(WORDS.terms.recurrences).map((each) => recurrenceSchema.parse(each));
/** A limit as the button adds it. */
const BLANK = { what: '', due: null, recurrence: null, dueOn: null, owedBy: [], removed: false, added: true };

interface Props {
  readonly task: TaskDetail;
  /** Every id of a limit that the task ever had. */
  readonly given: readonly string[];
  readonly value?: readonly EditedLimit[];
  readonly onChange?: (limits: readonly EditedLimit[]) => void;
}

/** Corrects the limits: their words, days and rhythm; removes and adds some. */
export function LimitsEditor({ task, given, value = [], onChange }: Props): ReactElement {
  const replace = (limitId: string, change: Partial<EditedLimit>): void =>
    onChange?.(value.map((limit) => (limit.limitId === limitId ? { ...limit, ...change } : limit)));
  // One that is not there yet is simply gone.
  const drop = ({ limitId, added, removed }: EditedLimit): void =>
    added ? onChange?.(value.filter((each) => each.limitId !== limitId)) : replace(limitId, { removed: !removed });
  const add = (): void => {
    const limitId = nextPartId('L', [...given, ...value.map((limit) => limit.limitId)]);
    onChange?.([...value, { ...BLANK, limitId }]);
  };
  return (
    <div>
      <p className="quiet">{value.length === 0 ? words.none : words.hint}</p>
      <ul className="fact-list">
        {value.map((limit, index) => (
          <li key={limit.limitId}>
            <OneLimit
              limit={limit}
              place={index + 1}
              former={task.limits.find((each) => each.limitId === limit.limitId) ?? null}
              units={[...task.leadUnits, ...task.supportUnits]}
              onChange={(change) => replace(limit.limitId, change)}
              onDrop={() => drop(limit)}
            />
          </li>
        ))}
      </ul>
      <Button className="add-part" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {words.add}
      </Button>
    </div>
  );
}

interface OneProps {
  readonly limit: EditedLimit;
  readonly place: number;
  /** As the task has it; null for one that is new. */
  readonly former: TaskDetail['limits'][number] | null;
  /** The responsible units. */
  readonly units: TaskDetail['leadUnits'];
  readonly onChange: (change: Partial<EditedLimit>) => void;
  readonly onDrop: () => void;
}

function OneLimit({ limit, place, former, units, onChange, onDrop }: OneProps): ReactElement {
  const { what, removed } = limit;
  const source = former?.sourceText ?? '';
  const named = (label: string): string => words.named(place, label);
  return (
    <div className="edited-limit">
      <GrowingText
        rows={1}
        aria-label={named(fields.what)}
        placeholder={fields.what}
        value={what}
        disabled={removed}
        maxLength={1_000}
        onChange={({ target }) => onChange({ what: target.value })}
      />
      {source !== '' && <div className="quiet">{words.source(source)}</div>}
      <div className="reading-inputs">
        <RhythmField limit={limit} named={named} onChange={onChange} />
        {!removed && <DueFields limit={limit} named={named} onChange={onChange} />}
        <Button
          type="text"
          danger={!removed}
          icon={removed ? <UndoOutlined aria-hidden /> : <DeleteOutlined aria-hidden />}
          onClick={onDrop}
        >
          {removed ? words.restore : words.remove}
        </Button>
      </div>
      {limit.added && units.length > 1 && (
        <Select
          mode="multiple"
          aria-label={named(words.owedBy)}
          placeholder={words.owedByLeads}
          className="unit-picker"
          value={limit.owedBy}
          options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          onChange={(owedBy) => onChange({ owedBy })}
        />
      )}
      {isOver(limit, former) && (
        <div className="lamp-near" role="status">
          {words.past}
        </div>
      )}
      {removed && <div className="lamp-late">{words.removed}</div>}
    </div>
  );
}

/** True for a day before today that this correction sets: it may be meant, and may be a slip. */
function isOver({ due, removed }: EditedLimit, former: OneProps['former']): boolean {
  return !removed && due !== null && isDay(due) && due < today() && due !== former?.due;
}

interface WhenProps extends Pick<OneProps, 'limit' | 'onChange'> {
  /** Tells the fields of several limits apart. */
  readonly named: (label: string) => string;
}

/** Once, or how often. */
function RhythmField({ limit: { recurrence, removed }, named, onChange }: WhenProps): ReactElement {
  const rhythms: readonly Recurrence[] = [...new Set([...KNOWN, ...(recurrence === null ? [] : [recurrence])])];
  const choose = (each: Recurrence | typeof ONCE): void => {
    if (each === ONCE) onChange({ recurrence: null, dueOn: null });
    // The one day of what was done once is no end of what recurs; an end stays one.
    else onChange({ recurrence: each, dueOn: null, ...(recurrence === null ? { due: null } : {}) });
  };
  return (
    <Select<Recurrence | typeof ONCE>
      aria-label={named(words.rhythm)}
      className="rhythm-field"
      disabled={removed}
      value={recurrence ?? ONCE}
      options={[
        { value: ONCE, label: words.once },
        ...rhythms.map((each) => ({ value: each, label: recurrenceWord(each) })),
      ]}
      onChange={choose}
    />
  );
}

/** The day of what is done once; of what recurs the day inside its period, and its last day. */
function DueFields({ limit: { due, recurrence, dueOn }, named, onChange }: WhenProps): ReactElement {
  const label = recurrence === null ? fields.due : words.end;
  return (
    <>
      {recurrence !== null && (
        <DueOnFields every={recurrence} value={dueOn} named={named} onChange={(next) => onChange({ dueOn: next })} />
      )}
      <SelfToldDay
        label={named(label)}
        value={due}
        placeholder={label}
        toCome
        onChange={(day) => onChange({ due: day })}
      />
    </>
  );
}
