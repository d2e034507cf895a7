import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `签批后任务销号并取得销号文号，通知${leads}的填报人和单位负责人。销号不能撤回。`,
  done: ({ closingNumber }) => (closingNumber === null ? '已签批销号' : `已签批销号，文号 ${closingNumber}`),
  submit: '签批销号',
  fields: { outcome: '销号结果', statement: '销号意见' },
  title: '销号',
  told: (outcome: string, number: string) => `销号，结果：${outcome}，文号 ${number}`,
  eventFields: { 'task.closed.number': '销号文号', closedBy: '签批人', 'closedBy.name': '姓名' },
} as const satisfies ActWords;
