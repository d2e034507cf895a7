import { type ActWords } from '../act';

export const words = {
  before: () => '更正前后的内容都保留在经过中，不另行通知。',
  done: () => '内容已更正',
  submit: '更正',
  title: '更正',
  told: (what: string) => `更正：${what}`,
} as const satisfies ActWords;
