import { type ActWords } from '../act';

export const words = {
  before: () => '只更正文字，原文和理由记入经过。任务的结果、文号、单位、日期和指标不变，不重新计时，也不通知任何人。',
  done: () => '文字已更正，原文保留在经过中',
  submit: '更正文字',
  fields: {
    limit: (place: number, when: string) =>
      when === '' ? `第 ${place} 个时限的内容` : `第 ${place} 个时限（${when}）的内容`,
  },
} as const satisfies ActWords;
