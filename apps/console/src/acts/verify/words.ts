import { type ActWords } from '../act';

export const words = {
  before: () => '通过后转销号签批，并通知销号签批人。',
  done: () => '核验已通过，等待销号签批',
  opens: '核验',
  submit: '核验通过',
  fields: {
    conclusion: '核验结论',
    conclusionHint: '写明依据了哪些材料、是否达到要求。',
  },
  title: '核验通过',
  told: {
    done: '核验通过',
    confirmed: (count: number) => `核验通过，逐项确认 ${count} 项验收标准`,
    saw: '核验时所见',
  },
  eventFields: {
    level: '核验层级',
    conclusion: '核验结论',
    criterion: '标准',
    'acceptance.met': '已达到',
    note: '说明',
  },
} as const satisfies ActWords;
