import { TASK_ACTS, TASK_EVENTS } from '#domain';
import { actWord, sentence, type Sentences } from '../../telling';
import { words } from './words';

/** The acts that state a percentage. When one is withdrawn, the percentages stated before it hold again. */
const ACTS_WITH_PERCENT: readonly string[] = [TASK_ACTS['task.report'].type, TASK_ACTS['task.report-on-behalf'].type];

export const sentences: Sentences = {
  'task.withdrawn': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.withdrawn'].schema,
    tell: ({ step }) => ({ done: words.told(actWord(step) ?? '') }),
    follow: (course, { step }) =>
      ACTS_WITH_PERCENT.includes(step) ? { ...course, percents: course.percentsBefore } : course,
    takesBack: ({ commandId }) => commandId,
  }),
};
