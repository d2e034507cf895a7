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
  title: '申请销号',
  told: (owed: number) => (owed === 0 ? '申请销号' : `申请销号，申报仍有 ${owed} 项未完成`),
  eventFields: { selfCheck: '自查情况', committed: '已承诺属实', claimed: '申请完成的时限' },
} as const satisfies ActWords;
