import { WORDS } from '../../words';
import { type ActWords } from '../act';

export const words = {
  before: () => WORDS.acts.said.before('进展'),
  done: () => '进展已代为记入台账',
  submit: '代录填报',
} as const satisfies ActWords;
