import { type ActWords } from '../act';

export const words = {
  before: () => '收回后不再审批，所申请的事项不办理。',
  done: () => '申请已收回',
  submit: '收回申请',
  fields: { proposal: '要收回的申请' },
} as const satisfies ActWords;
