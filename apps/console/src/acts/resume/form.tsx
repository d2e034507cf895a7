import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { Standstill } from './standstill';
import { StatedDayItem } from '../parts/stated-day-item';

const kept = z.object({ ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { occurredOn: null };

/** 恢复办理. */
export default function ResumeForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={statedDay}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/resume', { params: commandParams(id, key), body }))
      }
    >
      {props.task.suspension !== null && <Standstill suspension={props.task.suspension} />}
      <StatedDayItem act={props.act} task={props.task} />
    </ActForm>
  );
}
