import { Checkbox, Form, type FormItemProps, Radio } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { dayFault } from '../../forms/day-fault';
import { DayField } from '../../forms/day-field';
import { verdict } from '../../forms/rules';
import { today } from '../../forms/today';
import { DuePartLine } from '../../parts/task-facts/due-part-list';
import { type DuePart, partKey, partWords } from '../../parts/task-facts/due-parts';
import { type Choice, KEPT } from './return-values';
import { words } from './words';

interface Props {
  readonly task: Pick<TaskDetail, 'limits'>;
  /** What the units have done since they got the task. */
  readonly parts: readonly DuePart[];
}

/** What is open again: every part that is done, with the day that it had or a new one. */
export function ReopenedItems({ task, parts }: Props): ReactElement {
  return (
    <fieldset className="plain-fieldset">
      <legend>{words.fields.reopened}</legend>
      {parts.map((part) => (
        <Form.Item
          key={partKey(part)}
          name={['reopened', partKey(part)]}
          initialValue={KEPT}
          rules={DAY_GIVEN}
          // A day that is still to be chosen is no fault yet.
          validateTrigger={[]}
          className="part-item"
        >
          <OnePart task={task} part={part} />
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
  return due === null ? words.fields.dueMissing : dayFault(due, { earliest: today() });
}

interface PartProps {
  readonly task: Props['task'];
  readonly part: DuePart;
  readonly id?: string;
  readonly value?: Choice;
  readonly onChange?: (choice: Choice) => void;
}

function OnePart({ task, part, id, value = KEPT, onChange }: PartProps): ReactElement {
  const { chosen, moved, due } = value;
  const name = partWords(part, task);
  return (
    <>
      <Checkbox
        {...(id === undefined ? {} : { id })}
        checked={chosen}
        onChange={({ target }) => onChange?.({ ...value, chosen: target.checked })}
      >
        <DuePartLine part={part} task={task} />
      </Checkbox>
      {chosen && (
        <div className="reading-inputs">
          <Radio.Group
            aria-label={words.fields.dueOf(name)}
            value={moved}
            options={[
              { value: false, label: words.fields.keep },
              { value: true, label: words.fields.move },
            ]}
            onChange={({ target }) => onChange?.({ ...value, moved: target.value === true })}
          />
          {moved && (
            <DayField
              label={words.fields.newDueOf(name)}
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
