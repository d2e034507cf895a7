import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { today } from '../../forms/today';
import { isWorking, type Lane } from '../../parts/lanes';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { commandParams } from '../parts/command-params';
import { OnBehalfForm } from '../parts/on-behalf-form';
import { initialSaid, saidDay, saidValues } from '../parts/said-values';
import { ReturnReason } from '../parts/return-reason';
import { ClosureItems } from '../parts/closure-items';
import { closureBody, closureValues, INITIAL_CLOSURE } from '../parts/closure-values';

const kept = z.object({ ...closureValues, ...saidValues });

/** 代录申请销号. */
export default function RequestClosureOnBehalfForm(props: ActFormProps): ReactElement {
  const { task, timeline } = props;
  const lanes = task.lanes.filter(isWorking);
  return (
    <OnBehalfForm
      {...props}
      lanes={lanes}
      kept={kept.partial()}
      initial={(lane: Lane | null) => ({ ...INITIAL_CLOSURE, ...initialSaid(lane) })}
      lacks={['nobody', 'no-head']}
      bodyOf={(values, lane) => ({ ...closureBody(values, lane?.owed ?? [], today()), ...saidDay(values) })}
      // What was said of one unit's parts does not hold for another's.
      onUnit={(form) => form.resetFields(['parts'])}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/request-closure-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {({ lane }) => (
        <>
          <ReturnReason status={task.status} steps={timeline.steps} />
          <ClosureItems key={lane?.unit.unitId} task={task} lane={lane} committed={ACT_WORDS.closure.committedThere} />
        </>
      )}
    </OnBehalfForm>
  );
}
