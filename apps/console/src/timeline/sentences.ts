import { ACTS_HERE } from '../acts';
import { type Sentences } from '../telling';
import { DRAFT_SENTENCES } from './draft-sentences';
import { REGISTER_SENTENCES } from './register-sentences';
import { TIMER_SENTENCES } from './timer-sentences';

/** How every kind of event is told: what people do by the acts, the rest here. */
export const SENTENCES: Sentences = {
  ...DRAFT_SENTENCES,
  ...Object.fromEntries(ACTS_HERE.flatMap(({ sentences = {} }) => Object.entries(sentences))),
  ...TIMER_SENTENCES,
  ...REGISTER_SENTENCES,
};
