import { type ActWords } from '../act';

export const words = {
  before: ({ leads, supports }) =>
    `将交办给${leads}${supports === null ? '' : `，由${supports}配合`}，通知各单位的填报人和单位负责人签收，时限开始计时。`,
  done: ({ leads }) => `已交办给${leads}，等待签收`,
  submit: '交办',
  fields: {
    requirements: '办理要求',
    replyBy: '签收期限',
    replyByExtra: (days: number) => `不填的，应在 ${days} 个工作日内签收。`,
  },
  title: '交办',
  told: (leads: string, supports: string | null, replyBy: string | null) =>
    `交办给${leads}${supports === null ? '' : `，${supports}配合`}${replyBy === null ? '' : `，请于 ${replyBy} 前签收`}`,
  eventFields: {
    requirements: '办理要求',
    replyBy: '签收期限',
    rules: '适用规则',
    policy: '提醒规则版本',
  },
} as const satisfies ActWords;
