import { type ActWords } from '../act';

export const words = {
  before: () => '将通知所选单位按期答复，并告知督查部门。批示不改变任务的时限。',
  done: () => '已批示，等待单位答复',
  submit: '发出批示',
  fields: {
    text: '批示内容',
    ready: '常用批示',
    phrases: '请说明迟缓原因，并报下一步安排。\n请抓紧办理，按期完成，并报进展。\n请主要负责人专题研究，提出解决办法。',
    lanes: '答复单位',
    answerBy: '答复期限',
    answerByExtra: '不填的，按办理规则为 5 个工作日等规定期限。',
  },
  title: '批示',
  told: (units: string, day: string) => `批示${units}于 ${day} 前答复`,
  eventFields: { instructionId: '', answerBy: '答复期限', 'instruction.given.text': '批示内容' },
} as const satisfies ActWords;
