import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { InstructionItems } from '../parts/instruction-items';
import { initialInstruction, instructionBody, instructionValues } from '../parts/instruction-values';

const kept = z.object(instructionValues);

/** 批示: one of the usual sentences and the button are two taps; the leads are chosen already. */
export default function InstructForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initialInstruction(props.task)}
      bodyOf={instructionBody}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/instruct', { params: commandParams(id, key), body }))
      }
    >
      {(form) => <InstructionItems task={props.task} onPhrase={(text) => form.setFieldsValue({ text })} />}
    </ActForm>
  );
}
