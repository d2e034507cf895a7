import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { today } from '../../forms/today';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { InstructionItems } from '../parts/instruction-items';
import { initialInstruction, instructionBody, instructionValues } from '../parts/instruction-values';
import { initialWord, wordBody, wordValues } from '../parts/said-values';
import { WordItems } from '../parts/word-items';
import { words } from './words';

const kept = z.object({ ...instructionValues, ...wordValues });
type Values = z.infer<typeof kept>;

/** 代录批示: which leader, on what word, and what is asked. */
export default function InstructOnBehalfForm(props: ActFormProps): ReactElement {
  const [waiting, setWaiting] = useState(0);
  const initial: Values = { ...initialInstruction(props.task), ...initialWord() };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={() => (waiting > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={(values) => ({ ...instructionBody(values), ...wordBody(values, today()) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/instruct-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {(form) => (
        <>
          <WordItems words={words.fields} onWaiting={setWaiting} />
          <InstructionItems task={props.task} onPhrase={(text) => form.setFieldsValue({ text })} />
        </>
      )}
    </ActForm>
  );
}
