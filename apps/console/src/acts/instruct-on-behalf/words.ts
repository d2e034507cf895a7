import { type ActWords } from '../act';

export const words = {
  before: () => '将以领导名义通知所选单位按期答复，并注明由您代录以及批示人、方式和日期；答复送督查部门。',
  done: () => '批示已代为记入台账，等待单位答复',
  submit: '代录批示',
  fields: {
    saidBy: '批示领导',
    how: '批示方式',
    saidOn: '批示日期',
    sheet: '批示件（扫描件或照片）',
    sheetExtra: '书面批示的，请附批示件。',
  },
} as const satisfies ActWords;
