import { ACT_WORDS } from '../../words/acts.words';
import { type ActWords } from '../act';

export const words = {
  before: () => ACT_WORDS.said.before('退件'),
  done: () => '已代为记录退件，等待重新交办',
  submit: '代录退件',
} as const satisfies ActWords;
