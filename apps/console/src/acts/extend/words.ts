import { type ActWords } from '../act';

export const words = {
  before: () =>
    '申请提交后由督查部门或分管领导审批，审批前时限不变。在到期日之前（含当日）申请的，审批期间不催办；不同意的，自审批之日起计算逾期。',
  done: () => '已申请延期，等待审批',
  submit: '提交申请',
} as const satisfies ActWords;
