import { type ActWords } from '../act';

export const words = {
  before: () =>
    '作废用于误录的任务。作废后不再办理，不能恢复，全部记录保留。已有单位签收的，须由其他督查员或分管领导审批后作废。',
  done: () => '任务已作废',
  proposed: '已申请作废，等待其他人员审批',
  submit: '作废任务',
  title: '作废',
  told: {
    done: '作废',
    onAuthority: (authority: string) => `作废，依据：${authority}`,
  },
} as const satisfies ActWords;
