import { DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { GrowingText } from '../../forms/growing-text';
import { SelfToldDay } from '../../forms/self-told-day';
import { recurrenceWord } from '../../telling';
import { WORDS } from '../../words';
import { type EditedLimit, nextPartId } from './content-changes';

const words = WORDS.acts.limitsEditor;
const fields = WORDS.acts.fields;
const ONCE = 'once';

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
    onChange?.([...value, { limitId, what: '', due: null, recurrence: null, removed: false, added: true }]);
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
              source={task.limits.find((each) => each.limitId === limit.limitId)?.sourceText ?? ''}
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
  readonly source: string;
  readonly onChange: (change: Partial<EditedLimit>) => void;
  readonly onDrop: () => void;
}

function OneLimit({ limit, place, source, onChange, onDrop }: OneProps): ReactElement {
  const { what, due, recurrence, removed } = limit;
  const known = Object.keys(WORDS.terms.recurrences);
  const rhythms = recurrence === null || known.includes(recurrence) ? known : [...known, recurrence];
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
        <Select
          aria-label={named(words.rhythm)}
          className="rhythm-field"
          disabled={removed}
          value={recurrence ?? ONCE}
          options={[
            { value: ONCE, label: words.once },
            ...rhythms.map((each) => ({ value: each, label: recurrenceWord(each) })),
          ]}
          onChange={(each) => onChange(each === ONCE ? { recurrence: null } : { recurrence: each, due: null })}
        />
        {recurrence === null && !removed && (
          <SelfToldDay
            label={named(fields.due)}
            value={due}
            placeholder={fields.due}
            onChange={(day) => onChange({ due: day })}
          />
        )}
        <Button
          type="text"
          danger={!removed}
          icon={removed ? <UndoOutlined aria-hidden /> : <DeleteOutlined aria-hidden />}
          onClick={onDrop}
        >
          {removed ? words.restore : words.remove}
        </Button>
      </div>
      {removed && <div className="lamp-late">{words.removed}</div>}
    </div>
  );
}
