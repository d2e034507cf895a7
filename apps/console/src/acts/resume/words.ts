import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `任务恢复办理，未完成的时限按实际缓办的时间顺延，${leads}照常填报并收到提醒。`,
  done: () => '任务已恢复办理',
  submit: '恢复办理',
  title: '恢复办理',
  told: { person: '恢复办理', engine: '缓办期满，恢复办理' },
  eventFields: { 'task.resumed.by': '恢复方式' },
} as const satisfies ActWords;
