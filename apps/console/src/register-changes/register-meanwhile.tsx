import { type ReactElement } from 'react';
import { ChangesNote } from '../forms/changes-note';
import { sentenceOf } from '../timeline';
import { WORDS } from '../words';
import { type RegisterSubject, useRegisterChanges } from './use-register-changes';

/** In a form of the register: what others did since it was opened. What was typed stays, and is sent only when the person sends it. */
export function RegisterMeanwhile(subject: RegisterSubject): ReactElement | null {
  const changes = useRegisterChanges(subject);
  if (changes.length === 0) return null;
  return (
    <ChangesNote changes={changes.map((entry) => ({ entry, ...sentenceOf(entry) }))}>
      <p>{WORDS.parts.stillHere}</p>
    </ChangesNote>
  );
}
