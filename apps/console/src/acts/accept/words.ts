import { type ActWords } from '../act';

export const words = {
  before: ({ role, leads, others }) => {
    if (role === 'support') return `本单位负责配合${leads}，签收后即可填报配合部分的进展。`;
    return others === null
      ? `签收后由${leads}办理，进入办理中。`
      : `签收后本单位即可填报，${others}也签收后，任务进入办理中。`;
  },
  done: ({ role, leads, others }) => {
    if (role === 'support') return `已签收，配合${leads}办理`;
    return others === null ? `已签收，由${leads}办理` : `已签收，等待${others}签收`;
  },
  submit: '签收',
  title: '签收',
  told: '签收',
} as const satisfies ActWords;
