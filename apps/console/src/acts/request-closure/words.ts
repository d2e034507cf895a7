import { type ActWords } from '../act';

export const words = {
  before: ({ role, leads, others }) => {
    if (role === 'support') return `本单位负责配合，申请后不再填报。${leads}申请销号后，一并提交核验。`;
    return others === null
      ? '将提交核验，并通知核验人。核验期间不再发送到期提醒。'
      : `申请后本单位不再收到到期提醒。${others}也申请销号后，一并提交核验。`;
  },
  done: ({ role, leads, others }) => {
    if (role === 'support') return `已申请销号，由${leads}提交核验`;
    return others === null ? '已申请销号，等待核验' : `已申请销号，等待${others}申请销号`;
  },
  submit: '申请销号',
  fields: {
    selfCheck: '自查情况',
    selfCheckHint: '逐项写明完成情况，与要求对应。',
    claimed: '本次申报完成',
    owedReason: '仍未完成，原因',
    owedReasonOf: (what: string) => `${what}仍未完成的原因`,
    moreReasons: (shown: string, count: number) => `${shown}等 ${count} 项`,
    notDue: '未到期',
    committed: '本单位承诺自查情况属实，由单位负责人负责',
  },
  title: '申请销号',
  told: (owed: number) => (owed === 0 ? '申请销号' : `申请销号，申报仍有 ${owed} 项未完成`),
  eventFields: { selfCheck: '自查情况', committed: '已承诺属实', claimed: '申请完成的时限' },
} as const satisfies ActWords;
