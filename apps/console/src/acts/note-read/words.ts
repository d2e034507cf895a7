import { type ActWords } from '../act';

export const words = {
  before: () => '标为已阅后，本次督办提醒不再列入您的待办，下次提醒时重新列出。时限和督办照常，不影响他人。',
  done: () => '已阅，不再列入您的待办',
  submit: '已阅',
  title: '已阅',
  told: {
    own: '已阅本单位的督办提醒',
    of: (units: string) => (units === '' ? '已阅督办提醒' : `已阅${units}的督办提醒`),
  },
  eventFields: { delays: '已阅事项', 'delays.unit': '责任单位' },
} as const satisfies ActWords;
