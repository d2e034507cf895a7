import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `将催办${leads}的填报人，并抄送单位负责人和领导。同一任务每天只能催办一次。`,
  done: ({ leads }) => `已催办${leads}`,
  submit: '催办',
  fields: { message: '催办内容', messageHint: '可不填。写明希望对方何时反馈什么。' },
  title: '催办',
  told: '催办',
} as const satisfies ActWords;
