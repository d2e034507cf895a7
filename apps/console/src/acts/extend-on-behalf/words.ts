import { ACT_WORDS } from '../../words/acts.words';
import { type ActWords } from '../act';

export const words = {
  before: () =>
    `${ACT_WORDS.said.before('申请')}申请由您以外的督查员或该单位的分管领导审批，审批前时限不变；单位在到期日之前（含当日）提出的，审批期间不催办。`,
  done: () => '已代为申请延期，等待其他人员审批',
  submit: '代录申请延期',
} as const satisfies ActWords;
