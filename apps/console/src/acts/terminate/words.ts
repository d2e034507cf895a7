import { type ActWords } from '../act';

export const words = {
  before: () =>
    '终止后任务不再办理，提醒停止，不能恢复，全部记录保留。已有单位签收的，须由其他督查员或分管领导审批后终止。',
  done: () => '任务已终止',
  proposed: '已申请终止，等待其他人员审批',
  submit: '终止任务',
  title: '终止',
  told: {
    done: '终止',
    onAuthority: (authority: string) => `终止，依据：${authority}`,
  },
} as const satisfies ActWords;
