import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type Lane } from '../../parts/lanes';
import { type ActFormProps } from '../act';
import { AnswerItems } from '../parts/answer-items';
import { answerBody, answerValues, initialAnswer, toAnswer } from '../parts/answer-values';
import { commandParams } from '../parts/command-params';
import { OnBehalfForm } from '../parts/on-behalf-form';
import { initialSaid, saidDay, saidValues } from '../parts/said-values';

const kept = z.object({ ...answerValues, ...saidValues });

/** 代录答复批示. */
export default function AnswerInstructionOnBehalfForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const lanes = task.lanes.filter((lane) => toAnswer(task, lane).length > 0);
  return (
    <OnBehalfForm
      {...props}
      lanes={lanes}
      kept={kept.partial()}
      initial={(lane: Lane | null) => ({ ...initialAnswer(task, lane), ...initialSaid(lane) })}
      bodyOf={(values) => ({ ...saidDay(values), ...answerBody(values) })}
      // Another unit has instructions of its own to answer.
      onUnit={(form, _from, to) => form.setFieldsValue({ instructionId: initialAnswer(task, to).instructionId })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/answer-instruction-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {({ lane, onWaiting }) => <AnswerItems task={task} lane={lane} onWaiting={onWaiting} />}
    </OnBehalfForm>
  );
}
