import { type ActWords, type Asker } from '../act';

/** What a decision brings and who is told of it, where one kind of request waits. What the ladder proposes nobody has applied for. */
const BRINGS: Readonly<Record<Asker, { readonly takes: string; readonly told: string }>> = {
  unit: { takes: '所申请的事项立即生效', told: '申请单位' },
  office: { takes: '所申请的事项立即生效', told: '督查部门' },
  ladder: { takes: '所选措施立即记入任务并通知被督办的单位', told: '督查部门' },
};
const OF_SEVERAL = { takes: '所选事项立即生效', told: '提出该事项的一方' };

function bringing(askers: readonly Asker[]) {
  const [only, ...others] = askers;
  return only === undefined || others.length > 0 ? OF_SEVERAL : BRINGS[only];
}

export const words = {
  before: ({ askers }) => {
    const { takes, told } = bringing(askers);
    return `同意的，${takes}；不同意的须写明理由。结果将通知${told}。`;
  },
  done: ({ askers }) => `审批结果已记录，并通知${bringing(askers).told}`,
  submit: '提交审批',
  fields: {
    proposal: '申请事项',
    result: '审批意见',
    approved: '同意',
    refused: '不同意',
    of: (answer: string, what: string) => `${answer}「${what}」`,
    measure: '决定的措施',
    reason: '理由',
    reasonHint: '不同意的，须写明理由。',
    voids: '同意后任务立即作废，不再办理，也不能恢复，全部记录保留。',
    terminates: '同意后任务立即终止，不再办理，也不能恢复，全部记录保留。',
    gone: '这项申请已经审批或收回，不用再审批。',
    none: '没有可以由您审批的申请。',
  },
  title: '审批',
  told: {
    made: (act: string) => `申请${act}`,
    suspension: (until: string) => `申请缓办至 ${until}`,
    extension: (limit: string, due: string) => `申请将${limit}延期至 ${due}`,
    late: (asked: string) => `${asked}（逾期申请）`,
    correction: (pieces: string) => `申请更正：${pieces}`,
    moved: (limit: string, to: string) => `将${limit}改为 ${to}`,
    added: (limit: string, terms: string | null) => (terms === null ? `新增${limit}` : `新增${limit} ${terms}`),
    approved: '同意申请',
    refused: '不同意申请',
    overtaken: '审批申请：已不适用，未予办理',
    'taken-back': '收回申请',
    proposed: '提出申请',
    /** The matter by itself, as a decision names it. */
    extended: (limit: string, due: string) => `延期：${limit}至 ${due}`,
    suspended: (until: string) => `缓办至 ${until}`,
    corrected: (pieces: string) => `更正：${pieces}`,
    approvedOf: (what: string) => `同意「${what}」`,
    refusedOf: (what: string) => `不同意「${what}」`,
    overtakenOf: (what: string) => `审批「${what}」：已不适用，未予办理`,
    measures: (unit: string, measures: string) => `请领导决定是否对${unit}${measures}`,
    taken: (unit: string, measure: string) => `决定对${unit}${measure}`,
    takenTitle: '通报约谈督办',
    takenBackOf: (what: string) => `收回申请「${what}」`,
  },
  eventFields: {
    decideBy: '审批期限',
    grounds: '理由',
    act: '申请事项',
    measure: '措施',
    leader: '决定的领导',
    result: '审批意见',
    proposalId: '',
    basis: '',
    data: '',
  },
} as const satisfies ActWords;
