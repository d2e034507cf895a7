import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { isWorking, type Lane } from '../../parts/lanes';
import { type ActFormProps } from '../act';
import { ExtendItems } from '../parts/extend-items';
import { extendBody, extendValues, initialExtension } from '../parts/extend-values';
import { commandParams } from '../parts/command-params';
import { OnBehalfForm } from '../parts/on-behalf-form';
import { initialSaid, saidValues } from '../parts/said-values';

const kept = z.object({ ...extendValues, ...saidValues });

/** 代录申请延期. */
export default function ExtendOnBehalfForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const lanes = task.lanes.filter(isWorking);
  return (
    <OnBehalfForm
      {...props}
      lanes={lanes}
      kept={kept.partial()}
      initial={(lane: Lane | null) => ({ ...initialExtension(task, lane), ...initialSaid(lane) })}
      bodyOf={extendBody}
      // What one unit owes is not what another does.
      onUnit={(form, _from, to) => form.setFieldsValue({ part: initialExtension(task, to).part })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/extend-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {({ lane }) => <ExtendItems task={task} lane={lane} />}
    </OnBehalfForm>
  );
}
