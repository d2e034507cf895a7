import { ACT_WORDS } from '../../words/acts.words';
import { type ActWords } from '../act';

export const words = {
  before: () => ACT_WORDS.said.before('申请'),
  done: () => '已代为申请销号',
  submit: '代录申请销号',
} as const satisfies ActWords;
