import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { outcomeSchema } from '#domain';
import { api, bodyOf } from '../../api/client';
import { CHOSEN, verdict } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { outcomeCondition } from './conditions';
import { closeConfirmation } from './confirmation';
import { OwedItems } from './owed-items';
import { words } from './words';

const kept = z.object({
  outcome: outcomeSchema,
  statement: z.string(),
  owedReason: z.string().optional(),
  ...statedDayValue,
});
type Values = z.infer<typeof kept>;
const INITIAL: Values = { outcome: 'rectified', statement: '', occurredOn: null };
const OUTCOMES = Object.entries(WORDS.terms.outcomes).map(([value, label]) => ({ value, label }));

/** 销号. Nothing that is still owed is closed unseen. */
export default function CloseForm(props: ActFormProps): ReactElement {
  const { act, task, timeline } = props;
  const owing = task.lanes.some(({ owed }) => owed.length > 0);
  const missed = outcomeCondition(task, 'rectified');
  const asRulesAsk = {
    validator: (_rule: unknown, outcome: unknown) => verdict(outcome === 'rectified' ? missed : null),
  };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      confirmOf={({ outcome }) => closeConfirmation(outcome, task)}
      bodyOf={({ outcome, statement, owedReason, ...day }) => ({
        outcome,
        statement,
        ...(owing && owedReason !== undefined ? { owedReason } : {}),
        ...statedDay(day),
      })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/close', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={task} timeline={timeline}>
        {owing && <OwedItems task={task} steps={timeline.steps} />}
        <Form.Item
          name="outcome"
          label={words.fields.outcome}
          rules={[...CHOSEN, asRulesAsk]}
          {...(missed === null ? {} : { extra: missed })}
        >
          <Radio.Group options={OUTCOMES} />
        </Form.Item>
        <TextItem name="statement" label={words.fields.statement} required rows={5} />
        <StatedDayItem act={act} task={task} />
      </CheckSides>
    </ActForm>
  );
}
