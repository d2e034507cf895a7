import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { ownUnitsOf, useMe } from '../../app/session';
import { today } from '../../forms/today';
import { isWorking, ownLane } from '../../parts/lanes';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { StatedDayItem } from '../parts/stated-day-item';
import { ReturnReason } from '../parts/return-reason';
import { ClosureItems } from '../parts/closure-items';
import { closureBody, closureValues, INITIAL_CLOSURE } from '../parts/closure-values';

const kept = z.object(closureValues);

/** 申请销号. */
export default function RequestClosureForm(props: ActFormProps): ReactElement {
  const { act, task, timeline } = props;
  const lane = ownLane(task, ownUnitsOf(useMe()), isWorking);
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL_CLOSURE}
      bodyOf={(values) => closureBody(values, lane?.owed ?? [], today())}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/request-closure', { params: commandParams(id, key), body }))
      }
    >
      <ReturnReason status={task.status} steps={timeline.steps} />
      <ClosureItems task={task} lane={lane} committed={ACT_WORDS.closure.committed} />
      <StatedDayItem act={act} task={task} />
    </ActForm>
  );
}
