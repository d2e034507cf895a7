import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { ownUnitsOf, useMe } from '../../app/session';
import { ownLane } from '../../parts/lanes';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { AnswerItems } from '../parts/answer-items';
import { answerBody, answerValues, initialAnswer, toAnswer } from '../parts/answer-values';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';

const kept = z.object({ ...answerValues, ...statedDayValue });
type Values = z.infer<typeof kept>;

/** 答复批示. */
export default function AnswerInstructionForm(props: ActFormProps): ReactElement {
  const { act, task } = props;
  const [waiting, setWaiting] = useState(0);
  const lane = ownLane(task, ownUnitsOf(useMe()), (each) => toAnswer(task, each).length > 0);
  const initial: Values = { ...initialAnswer(task, lane), occurredOn: null };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={() => (waiting > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={(values) => ({ ...answerBody(values), ...statedDay(values) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/answer-instruction', { params: commandParams(id, key), body }))
      }
    >
      <AnswerItems task={task} lane={lane} onWaiting={setWaiting} />
      <StatedDayItem act={act} task={task} />
    </ActForm>
  );
}
