import { Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { daySchema } from '#domain';
import { api, bodyOf } from '../api/client';
import { DayField } from '../forms/day-field';
import { TextItem } from '../forms/text-item';
import { LimitList } from '../pages/task/limit-list';
import { UnitNames } from '../parts/unit-names';
import { WORDS } from '../words';
import { ActForm, type ActFormProps } from './act-form';
import { commandParams } from './command-params';
import { statedDay, statedDayValue } from './stated-day';
import { StatedDayItem } from './stated-day-item';

const kept = z.object({ requirements: z.string(), replyBy: daySchema.nullable(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { requirements: '', replyBy: null, occurredOn: null };
const words = WORDS.acts.fields;

/** 交办. */
export default function AssignForm(props: ActFormProps): ReactElement {
  const { task } = props;
  return (
    <ActForm
      {...props}
      operation="task.assign"
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ requirements, replyBy, ...day }) => ({ requirements, replyBy, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/assign', { params: commandParams(id, key), body }))
      }
    >
      <dl className="recap">
        <dt>{words.leads}</dt>
        <dd>
          <UnitNames units={task.leadUnits} />
        </dd>
        <dt>{words.supports}</dt>
        <dd>
          <UnitNames units={task.supportUnits} />
        </dd>
        <dt>{words.limits}</dt>
        <dd>
          <LimitList task={task} />
        </dd>
      </dl>
      <TextItem name="requirements" label={words.requirements} />
      <Form.Item name="replyBy" label={words.replyBy} extra={words.replyByExtra}>
        <DayField />
      </Form.Item>
      <StatedDayItem task={task} />
    </ActForm>
  );
}
