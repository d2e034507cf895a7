import { type ActWords } from '../act';

export const words = {
  before: () => '同意的，所申请的事项立即生效；不同意的须写明理由。结果将通知申请单位。',
  done: () => '审批结果已记录，并通知申请单位',
  submit: '提交审批',
  fields: {
    proposal: '申请事项',
    result: '审批意见',
    approved: '同意',
    refused: '不同意',
    reason: '理由',
    reasonHint: '不同意的，须写明理由。',
    none: '没有可以由您审批的申请。',
  },
  title: '审批',
  told: {
    made: (act: string) => `申请${act}`,
    suspension: (until: string) => `申请缓办至 ${until}`,
    extension: (limit: string, due: string) => `申请将${limit}延期至 ${due}`,
    correction: (pieces: string) => `申请更正：${pieces}`,
    moved: (limit: string, to: string) => `将${limit}改为 ${to}`,
    added: (limit: string, terms: string | null) => (terms === null ? `新增${limit}` : `新增${limit} ${terms}`),
    approved: '同意申请',
    refused: '不同意申请',
    overtaken: '审批申请：已不适用，未予办理',
    'taken-back': '收回申请',
    proposed: '提出申请',
  },
  eventFields: {
    decideBy: '审批期限',
    grounds: '理由',
    act: '申请事项',
    result: '审批意见',
    proposalId: '',
    basis: '',
    data: '',
  },
} as const satisfies ActWords;
