import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { outcomeSchema, outcomeWord } from '#domain';
import { CHOSEN, verdict } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { StatedDayItem } from '../parts/stated-day-item';
import { isOwing } from './close-values';
import { outcomeCondition } from './conditions';
import { OwedReasonItem } from './owed-items';
import { words } from './words';

/** What a closing asks for: its outcome, its statement, and the reason for closing over what is still owed. */
export function CloseItems({ act, task }: Pick<ActFormProps, 'act' | 'task'>): ReactElement {
  const missed = outcomeCondition(task, 'rectified');
  const outcomes = outcomeSchema.options.map((value) => ({ value, label: outcomeWord(value, task.ledgerKind) }));
  const asRulesAsk = {
    validator: (_rule: unknown, outcome: unknown) => verdict(outcome === 'rectified' ? missed : null),
  };
  return (
    <>
      {isOwing(task) && <OwedReasonItem task={task} />}
      <Form.Item
        name="outcome"
        label={words.fields.outcome}
        rules={[...CHOSEN, asRulesAsk]}
        {...(missed === null ? {} : { extra: missed })}
      >
        <Radio.Group options={outcomes} />
      </Form.Item>
      <TextItem name="statement" label={words.fields.statement} required rows={5} />
      <StatedDayItem act={act} task={task} />
    </>
  );
}
