import { type ActWords } from '../act';

export const words = {
  before: () => '将退回督查员，并通知其重新交办。',
  done: () => '已退回督查员，等待重新交办',
  submit: '退件',
  fields: { reason: '退件理由' },
  title: '退件',
  told: '退件',
} as const satisfies ActWords;
