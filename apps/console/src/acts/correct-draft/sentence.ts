import { taskEventSchemas } from '#domain';
import { said, sentence, type Sentences } from '../../telling';
import { changesText, courseAfter } from '../parts/content-told';
import { words } from './words';

export const sentences: Sentences = {
  'task.draft-corrected': sentence({
    title: words.title,
    schema: taskEventSchemas['task.draft-corrected'],
    tell: ({ changes }, told) => said(words.told, changesText(changes, told)),
    follow: (course, { changes }) => courseAfter(course, changes),
    // One person's work on a draft says little step by step.
    runOf: ({ actor }) => `draft/${actor.accountId}`,
  }),
};
