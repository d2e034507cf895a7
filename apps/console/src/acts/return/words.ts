import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `将退回${leads}，并通知填报人和单位负责人。选中的时限恢复计时。`,
  done: ({ leads }) => `已退回${leads}整改`,
  submit: '退回整改',
  fields: { missing: '还缺什么', limitsReopened: '恢复计时的时限' },
  title: '退回整改',
  told: (reopened: string) => `退回整改${reopened === '' ? '' : `，${reopened}恢复计时`}`,
  eventFields: { missing: '缺什么', 'check.returned.to': '退回单位', open: '恢复计时的时限', kept: '沿用原定日期' },
} as const satisfies ActWords;
