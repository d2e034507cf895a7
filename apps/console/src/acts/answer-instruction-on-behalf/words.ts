import { ACT_WORDS } from '../../words/acts.words';
import { type ActWords } from '../act';

export const words = {
  before: () => ACT_WORDS.said.before('答复'),
  done: () => '答复已代为记入台账',
  submit: '代录答复',
} as const satisfies ActWords;
