import { type ActWords } from '../act';

export const words = {
  before: () => '将通知所选单位按期答复，并告知督查部门。批示不改变任务的时限。',
  done: () => '已批示，等待单位答复',
  submit: '发出批示',
  title: '批示',
  told: (units: string, day: string) => `批示${units}于 ${day} 前答复`,
  eventFields: { instructionId: '', answerBy: '答复期限', 'instruction.given.text': '批示内容' },
} as const satisfies ActWords;
