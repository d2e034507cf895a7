import { type ActWords } from '../act';

export const words = {
  before: () =>
    '申请提交后由督查部门或分管领导审批，审批前时限不变。在到期日之前（含当日）申请的，审批期间不催办；不同意的，自审批之日起计算逾期。',
  done: () => '已申请延期，等待审批',
  submit: '提交申请',
  fields: { part: '申请延期的时限', due: '延期至', waiting: '已申请延期，待审批', none: '本单位没有可以延期的时限。' },
} as const satisfies ActWords;
