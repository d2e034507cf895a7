import { type ActWords } from '../act';

export const words = {
  before: () => '将挂账并取得任务编号，随后可以交办，暂不通知责任单位。',
  done: () => '已挂账，可以交办',
  submit: '挂账',
  fields: { secrecy: '我已核对：任务内容不含国家秘密' },
  title: '挂账',
  told: (number: string, authority: string) => `挂账，编号 ${number}，依据：${authority}`,
  eventFields: { 'task.hung.number': '任务编号', secrecyDeclared: '已声明不含国家秘密' },
} as const satisfies ActWords;
