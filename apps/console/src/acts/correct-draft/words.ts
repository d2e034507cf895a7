import { type ActWords } from '../act';

export const words = {
  before: () => '修改后仍为待确认，不通知任何单位。',
  done: () => '草稿已修改',
  submit: '保存修改',
} as const satisfies ActWords;
