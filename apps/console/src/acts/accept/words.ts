import { type ActWords } from '../act';

export const words = {
  before: ({ leads }) => `签收后由${leads}办理，进入办理中。`,
  done: ({ leads }) => `已签收，由${leads}办理`,
  submit: '签收',
  title: '签收',
  told: '签收',
} as const satisfies ActWords;
