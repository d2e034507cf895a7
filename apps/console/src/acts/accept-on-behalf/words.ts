import { ACT_WORDS } from '../../words/acts.words';
import { type ActWords } from '../act';

export const words = {
  before: () => ACT_WORDS.said.before('签收'),
  done: () => '已代为记录签收',
  submit: '代录签收',
} as const satisfies ActWords;
