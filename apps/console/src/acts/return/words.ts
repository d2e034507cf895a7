import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `将退回所选单位（${leads}），并通知其填报人和单位负责人。选中的时限和新增的要求须重新完成。`,
  done: () => '已退回整改',
  submit: '退回整改',
  fields: {
    to: '退回的单位',
    toHint: '未选的牵头单位保持已申请销号，待退回的单位重新申请后一并核验。',
    missing: '还缺什么',
    reopened: '重新办理的时限',
    keep: '保留原期限',
    move: '新期限',
    dueOf: (what: string) => `${what}的期限`,
    newDueOf: (what: string) => `${what}的新期限`,
    dueMissing: '请填写新期限，或保留原期限',
    newLimits: '新增要求',
    newLimit: (place: number) => `新增要求 ${place}`,
    newLimitDue: (place: number) => `新增要求 ${place} 的期限`,
    add: '增加要求',
    remove: (place: number) => `删除新增要求 ${place}`,
    owed: '仍未完成，退回后继续办理，可保留原期限或重新确定',
    nothing: '请选择重新办理的时限，或新增要求并写明期限',
  },
  title: '退回整改',
  told: {
    returned: (units: string, open: string) => `退回${units}整改${open === '' ? '' : `，${open}待完成`}`,
    until: (what: string, due: string | null) => (due === null ? what : `${what}（${due} 前）`),
    more: (shown: string, count: number) => `${shown}等 ${count} 项`,
  },
  eventFields: { missing: '缺什么', 'check.returned.to': '退回单位', open: '待完成的时限', kept: '沿用原定日期' },
} as const satisfies ActWords;
