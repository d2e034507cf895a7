import { taskEventSchemas } from '#domain';
import { actWord, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.withdrawn': sentence({
    title: words.title,
    schema: taskEventSchemas['task.withdrawn'],
    tell: ({ step }) => ({ done: words.told(actWord(step) ?? '') }),
    follow: (course, { withdrawnEventId }) => {
      const percent = course.percentBefore[withdrawnEventId];
      return percent === undefined ? course : { ...course, percent };
    },
    takesBack: ({ withdrawnEventId }) => withdrawnEventId,
  }),
};
