import { type ActWords } from '../act';

export const words = {
  before: () => '将提交核验，并通知核验人。核验期间不再发送到期提醒。',
  done: () => '已申请销号，等待核验',
  submit: '申请销号',
  fields: {
    selfCheck: '自查情况',
    selfCheckHint: '逐项写明完成情况，与要求对应。',
    committed: '本单位承诺自查情况属实，由单位负责人负责',
  },
  title: '申请销号',
  told: '申请销号',
  eventFields: { selfCheck: '自查情况', committed: '已承诺属实', claimed: '申请完成的时限' },
} as const satisfies ActWords;
