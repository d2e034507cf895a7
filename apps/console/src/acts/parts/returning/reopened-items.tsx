import { ACT_WORDS } from '../../../words/acts.words';
import { Checkbox, Form, type FormItemProps, Radio } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../../api/answer';
import { dayFault } from '../../../forms/day-fault';
import { DayField } from '../../../forms/day-field';
import { verdict } from '../../../forms/rules';
import { today } from '../../../forms/today';
import { DuePartLine } from '../../../parts/task-facts/due-part-list';
import { partKey, partWords } from '../../../parts/task-facts/due-parts';
import { type Choice, choiceAtFirst, isPast, type ReturnPart } from './return-values';

const words = ACT_WORDS.returning;

interface Props {
  readonly task: Pick<TaskDetail, 'limits'>;
  readonly parts: readonly ReturnPart[];
  /** True for what the units owe anyway: of these only the day is asked. */
  readonly owed?: boolean;
  /** What else is to be said of a part; null: nothing. */
  readonly noteOf?: (part: ReturnPart) => string | null;
}

/** What is open again, each part with the day that it had or a new one: what the units have done, if it is chosen, and what they owe. */
export function ReopenedItems({ task, parts, owed = false, noteOf }: Props): ReactElement {
  return (
    <fieldset className="plain-fieldset">
      <legend>{owed ? words.owed : words.reopened}</legend>
      {parts.map((part) => (
        <Form.Item
          key={partKey(part)}
          name={['reopened', partKey(part)]}
          initialValue={choiceAtFirst(part, today())}
          rules={DAY_GIVEN}
          // A day that is still to be chosen is no fault yet.
          validateTrigger={[]}
          className="part-item"
        >
          <OnePart task={task} part={part} owed={owed} note={noteOf?.(part) ?? null} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

/** Who wants a new day says which, and none that is over. */
const DAY_GIVEN: NonNullable<FormItemProps['rules']> = [
  { validator: (_rule: unknown, choice: Choice) => verdict(newDayFault(choice)) },
];

function newDayFault({ chosen, moved, due }: Choice): string | null {
  if (!chosen || !moved) return null;
  return due === null ? words.dueMissing : dayFault(due, { earliest: today() });
}

interface PartProps {
  readonly task: Props['task'];
  readonly part: ReturnPart;
  readonly owed: boolean;
  readonly note: string | null;
  readonly id?: string;
  readonly value?: Choice;
  readonly onChange?: (choice: Choice) => void;
}

function OnePart({
  task,
  part,
  owed,
  note,
  id,
  value = choiceAtFirst(part, today()),
  onChange,
}: PartProps): ReactElement {
  const { chosen, moved, due } = value;
  const name = partWords(part, task);
  return (
    <>
      {owed ? (
        <DuePartLine part={part} task={task} />
      ) : (
        <Checkbox
          {...(id === undefined ? {} : { id })}
          checked={chosen}
          onChange={({ target }) => onChange?.({ ...value, chosen: target.checked })}
        >
          <DuePartLine part={part} task={task} />
        </Checkbox>
      )}
      {note !== null && <div className="quiet">{note}</div>}
      {chosen && isPast(part, today()) && <div className="lamp-late">{words.past}</div>}
      {chosen && (
        <div className="reading-inputs">
          <Radio.Group
            aria-label={words.dueOf(name)}
            value={moved}
            options={[
              { value: false, label: words.keep },
              { value: true, label: words.move },
            ]}
            onChange={({ target }) => onChange?.({ ...value, moved: target.value === true })}
          />
          {moved && (
            <DayField
              label={words.newDueOf(name)}
              value={due}
              earliest={today()}
              toCome
              onChange={(day) => onChange?.({ ...value, due: day })}
            />
          )}
        </div>
      )}
    </>
  );
}
