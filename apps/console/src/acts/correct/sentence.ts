import { taskEventSchemas } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { changesText, courseAfter } from '../parts/content-told';
import { words } from './words';

export const sentences: Sentences = {
  'task.corrected': sentence({
    title: words.title,
    schema: taskEventSchemas['task.corrected'],
    tell: ({ changes, reason }, told) => ({ done: words.told(changesText(changes, told)), quote: reason }),
    follow: (course, { changes }) => courseAfter(course, changes),
  }),
};
