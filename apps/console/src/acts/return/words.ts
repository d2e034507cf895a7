import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `将退回所选单位（${leads}），并通知其填报人和单位负责人。选中的时限和新增的要求须重新完成。`,
  done: () => '已退回整改',
  submit: '退回整改',
  title: '退回整改',
  told: {
    returned: (units: string, open: string) => `退回${units}整改${open === '' ? '' : `，${open}待完成`}`,
    until: (what: string, due: string | null) => (due === null ? what : `${what}（${due} 前）`),
    unmet: (criteria: string) => `没有达到的验收标准：${criteria}`,
    more: (shown: string, count: number) => `${shown}等 ${count} 项`,
  },
  eventFields: {
    missing: '缺什么',
    unmet: '没有达到的验收标准',
    'check.returned.to': '退回单位',
    open: '待完成的时限',
    kept: '沿用原定日期',
  },
} as const satisfies ActWords;
