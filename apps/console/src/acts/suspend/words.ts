import { type ActWords } from '../act';

export const words = {
  before: ({ alone }) =>
    `${alone ? '按本任务的办理规则不需审批。提交后' : '申请后由其他督查员或分管领导审批。同意后'}停止提醒，不计逾期，责任单位不能填报；到期自动恢复办理，未完成的时限将顺延相应天数。`,
  done: () => '任务已缓办',
  proposed: '已申请缓办，等待其他人员审批',
  submit: '申请缓办',
  submitAlone: '缓办',
  fields: {
    until: '恢复办理日期',
    untilExtra: '到这一天自动恢复办理，也可以提前恢复。',
    far: (day: string) => `缓办超过两年，确认到 ${day} 才恢复办理`,
  },
  title: '缓办',
  told: (until: string, authority: string) => `缓办至 ${until}，依据：${authority}`,
  eventFields: { until: '恢复办理日期' },
} as const satisfies ActWords;
