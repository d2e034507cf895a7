import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { ownUnitsOf, useMe } from '../../app/session';
import { isWorking, ownLane } from '../../parts/lanes';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { ExtendItems } from '../parts/extend-items';
import { extendBody, extendValues, initialExtension } from '../parts/extend-values';

const kept = z.object(extendValues);

/** 申请延期. */
export default function ExtendForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const lane = ownLane(task, ownUnitsOf(useMe()), isWorking);
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initialExtension(task, lane)}
      bodyOf={(values) => extendBody(values, lane)}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/extend', { params: commandParams(id, key), body }))
      }
    >
      <ExtendItems task={task} lane={lane} />
    </ActForm>
  );
}
