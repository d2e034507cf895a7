import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { DayItem } from '../../forms/day-item';
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

const kept = z.object({ requirements: z.string(), replyBy: z.string().nullable(), ...statedDayValue });
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
      <DayItem name="replyBy" title={words.fields.replyBy} extra={words.fields.replyByExtra} toCome />
      <StatedDayItem act={props.act} task={task} />
    </ActForm>
  );
}
