import { type ActWords } from '../act';

export const words = {
  before: () => '进展记在该单位名下，并注明由谁、以什么方式、在哪天反馈。',
  done: () => '进展已代为记入台账',
  submit: '提交代填',
  fields: {
    unit: '代填单位',
    unitAs: (name: string, role: string) => `${name}（${role}）`,
    saidBy: '反馈人',
    how: '反馈方式',
    saidOn: '反馈日期',
  },
} as const satisfies ActWords;
