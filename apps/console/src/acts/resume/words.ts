import { type ActWords } from '../act';

export const words = {
  before: () => '任务恢复到缓办前的状态，提醒照常发出，未完成的时限按实际缓办的天数顺延。',
  done: () => '任务已恢复办理，未完成的时限按实际缓办的天数顺延',
  submit: '恢复办理',
  fields: {
    moves: (days: number) => `已缓办 ${days} 天，未完成的时限将顺延 ${days} 天；按工作日计的时限按工作日顺延。`,
    movesNothing: '缓办不足一天，时限不变。',
  },
  title: '恢复办理',
  told: { person: '恢复办理', engine: '缓办期满，恢复办理' },
  eventFields: {
    stood: '停止计时',
    'stood.from': '自',
    'stood.to': '至',
    'task.resumed.by': '恢复方式',
  },
} as const satisfies ActWords;
