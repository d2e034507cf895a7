import { Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { daySchema } from '#domain';
import { api, bodyOf } from '../../api/client';
import { DayField } from '../../forms/day-field';
import { TextItem } from '../../forms/text-item';
import { LimitList } from '../../parts/task-facts/limit-list';
import { UnitNames } from '../../parts/unit-names';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

const common = WORDS.acts.fields;

const kept = z.object({ requirements: z.string(), replyBy: daySchema.nullable(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { requirements: '', replyBy: null, occurredOn: null };

/** 交办. */
export default function AssignForm(props: ActFormProps): ReactElement {
  const { task } = props;
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ requirements, replyBy, ...day }) => ({ requirements, replyBy, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/assign', { params: commandParams(id, key), body }))
      }
    >
      <dl className="recap">
        <dt>{common.leads}</dt>
        <dd>
          <UnitNames units={task.leadUnits} />
        </dd>
        <dt>{common.supports}</dt>
        <dd>
          <UnitNames units={task.supportUnits} />
        </dd>
        <dt>{common.limits}</dt>
        <dd>
          <LimitList task={task} />
        </dd>
      </dl>
      <TextItem name="requirements" label={words.fields.requirements} />
      <Form.Item name="replyBy" label={words.fields.replyBy} extra={words.fields.replyByExtra}>
        <DayField />
      </Form.Item>
      <StatedDayItem act={props.act} task={task} />
    </ActForm>
  );
}
