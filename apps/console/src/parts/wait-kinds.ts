import { type HomeRow } from '../api/answer';
import { WAIT_WORDS } from '../words/waits.words';

type WaitKind = HomeRow['kind'];

/** What may wait for a person, in the order of the words' table. */
export const WAIT_KINDS: readonly WaitKind[] = Object.keys(WAIT_WORDS.kinds).filter(isWaitKind);

function isWaitKind(text: string): text is WaitKind {
  return Object.hasOwn(WAIT_WORDS.kinds, text);
}
