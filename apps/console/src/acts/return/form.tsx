import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { limitOptions } from '../parts/limit-option';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

const kept = z.object({ missing: z.string(), limitsReopened: z.array(z.string()).optional(), ...statedDayValue });
type Values = z.infer<typeof kept>;

/** Limits that count as done and may be found not to be. */
function doneLimits({ limits }: TaskDetail): TaskDetail['limits'] {
  return limits.filter(({ done }) => done !== null);
}

/** 退回整改. The limits that the request claimed are not met unless the person says otherwise. */
export default function ReturnForm(props: ActFormProps): ReactElement {
  const done = doneLimits(props.task);
  const claimed = done.filter((limit) => limit.done?.claimedByRequest === true).map(({ limitId }) => limitId);
  const initial: Values = { missing: '', limitsReopened: claimed, occurredOn: null };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      bodyOf={({ missing, limitsReopened, ...day }) => ({
        missing,
        limitsReopened: limitsReopened ?? [],
        ...statedDay(day),
      })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/return', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={props.task} timeline={props.timeline}>
        <TextItem name="missing" label={words.fields.missing} required rows={6} />
        {done.length > 0 && (
          <Form.Item name="limitsReopened" label={words.fields.limitsReopened}>
            <Checkbox.Group className="stacked" options={limitOptions(done, props.task)} />
          </Form.Item>
        )}
        <StatedDayItem task={props.task} />
      </CheckSides>
    </ActForm>
  );
}
