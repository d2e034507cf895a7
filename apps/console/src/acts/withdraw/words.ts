import { type ActWords } from '../act';

export const words = {
  before: ({ step }) => `将撤回刚才的“${step}”，任务恢复到此前的状态，由此产生的待办随之取消。`,
  done: ({ step }) => `已撤回“${step}”`,
  submit: '撤回',
  title: '撤回',
  told: (step: string) => `撤回${step}`,
  eventFields: { step: '撤回的步骤' },
} as const satisfies ActWords;
