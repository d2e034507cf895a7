import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DayField } from '../../forms/day-field';
import { verdict } from '../../forms/rules';
import { today } from '../../forms/today';
import { limitWords } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';
import { type PastDayAnswer, pastDayFault, UNANSWERED } from './past-days';

const words = ACT_WORDS.fields;

interface Props {
  readonly limits: readonly TaskDetail['limits'][number][];
  readonly all: TaskDetail['limits'];
}

/** Asks of each day that is over what becomes of it: a new one, or the same. */
export function PastDaysItems({ limits, all }: Props): ReactElement {
  const answered = {
    validator: (_rule: unknown, answer: PastDayAnswer = UNANSWERED) => verdict(pastDayFault(answer, today())),
  };
  return (
    <>
      <h3 className="form-heading">{words.past}</h3>
      <p className="quiet">{words.pastExtra}</p>
      {limits.map((limit) => {
        const name = words.pastLimit(limitWords(limit, all), limit.due ?? '');
        return (
          <Form.Item
            key={limit.limitId}
            name={['pastDays', limit.limitId]}
            label={name}
            rules={[answered]}
            // A day that is still to be chosen is no fault yet.
            validateTrigger={[]}
          >
            <PastDay name={name} />
          </Form.Item>
        );
      })}
    </>
  );
}

interface PastDayProps {
  readonly name: string;
  readonly id?: string;
  readonly value?: PastDayAnswer;
  readonly onChange?: (answer: PastDayAnswer) => void;
}

function PastDay({ name, id, value = UNANSWERED, onChange }: PastDayProps): ReactElement {
  return (
    <div className="reading-inputs">
      <Radio.Group
        {...(id === undefined ? {} : { id })}
        aria-label={name}
        value={value.answer}
        options={[
          { value: 'move', label: words.pastMove },
          { value: 'keep', label: words.pastKeep },
        ]}
        onChange={({ target }) => onChange?.({ ...value, answer: target.value === 'move' ? 'move' : 'keep' })}
      />
      {value.answer === 'move' && (
        <DayField
          label={words.pastNewDay(name)}
          value={value.due}
          earliest={today()}
          toCome
          onChange={(due) => onChange?.({ ...value, due })}
        />
      )}
    </div>
  );
}
