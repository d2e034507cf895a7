import { ACT_WORDS } from '../../words/acts.words';
import { type ActWords } from '../act';

export const words = {
  before: () => ACT_WORDS.said.before('进展'),
  done: () => '进展已代为记入台账',
  submit: '代录填报',
} as const satisfies ActWords;
