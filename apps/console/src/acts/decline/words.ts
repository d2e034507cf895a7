import { type ActWords } from '../act';

export const words = {
  before: ({ role, leads }) =>
    role === 'support'
      ? `本单位负责配合${leads}。退件后通知督查员另行安排，其他单位照常办理。`
      : '将退回督查员，并通知其重新交办。其他单位照常办理。',
  done: ({ role }) => (role === 'support' ? '已退回督查员，由其另行安排' : '已退回督查员，等待重新交办'),
  submit: '退件',
  title: '退件',
  told: '退件',
} as const satisfies ActWords;
