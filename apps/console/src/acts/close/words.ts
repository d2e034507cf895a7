import { type ActWords } from '../act';

export const words = {
  before: () => '签批后任务销号并取得销号文号，通知各牵头和配合单位的填报人和单位负责人。销号不能撤回。',
  done: ({ closingNumber }) => (closingNumber === null ? '已签批销号' : `已签批销号，文号 ${closingNumber}`),
  opens: '销号签批',
  submit: '签批销号',
  fields: {
    outcome: '销号结果',
    statement: '销号意见',
    confirm: (outcome: string) => `将以“${outcome}”签批销号：任务结束并取得销号文号，通知各牵头和配合单位，不能撤回。`,
    confirmOwed: (count: number) => `还有 ${count} 项未完成。`,
    owedReason: '未完成仍予销号的理由',
    owedRefused: (count: number) =>
      `还有 ${count} 项未完成，按本任务的办理规则不能销号。请退回整改，责任单位补报后再销号。`,
    targetsMissed: (names: string, outcome: string) =>
      `指标 ${names} 未达到目标或没有填报，按本任务的办理规则不能选“${outcome}”。`,
    owedExtra: '逐项核对后写明理由；应当补报的，请退回整改。',
  },
  title: '销号',
  told: {
    saw: '签批时所见',
    done: (outcome: string, number: string) => `销号，结果：${outcome}，文号 ${number}`,
    owed: (count: number, reason: string) => `尚有 ${count} 项未完成，理由：${reason}`,
  },
  eventFields: {
    owedReason: '未完成仍予销号的理由',
    'task.closed.number': '销号文号',
    closedBy: '签批人',
    'closedBy.name': '姓名',
  },
} as const satisfies ActWords;
