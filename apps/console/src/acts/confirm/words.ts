import { type ActWords } from '../act';

export const words = {
  before: ({ hung }) => `确认后可以${hung ? '' : '挂账和'}交办，不通知任何单位。`,
  done: () => '单位和时限已确认',
  opensAsDeclined: '调整单位',
  submit: '确认单位和时限',
  fields: {
    limitsCheck: '核对结果',
    limitsConfirmed: '时限已核对无误',
    limitsNone: '本任务没有时限',
    unitsNamed: (names: string) => `文件所写：${names}`,
  },
  title: '确认单位和时限',
  told: {
    done: (leads: string, supports: string | null, limits: string) =>
      `确认牵头单位为${leads}${supports === null ? '' : `，配合单位为${supports}`}，${limits}`,
    confirmed: '时限无误',
    none: '没有时限',
  },
} as const satisfies ActWords;
