import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, type Told, unitNames } from '../../telling';
import { EVENT_WORDS } from '../../words/events.words';
import { words } from './words';

const { told } = words;
/** Units named in a line; of more, the first ones and their number. */
const NAMED = 5;

/** Splitting, and what its children come to: of these the program tells the parent, and did none of it. */
export const sentences: Sentences = {
  'task.split': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.split'].schema,
    tell: ({ children, requirements }, telling) => {
      const units = [...new Set(children.flatMap(({ leads }) => leads))];
      const names = unitNames(telling, units.slice(0, NAMED)) ?? '';
      const done = told.split(children.length, units.length > NAMED ? told.more(names, units.length) : names);
      return requirements === '' ? { done } : { done, quote: requirements };
    },
    follow: (course, { children }) => ({
      ...course,
      children: { ...course.children, ...Object.fromEntries(children.map(({ taskId, number }) => [taskId, number])) },
    }),
  }),
  'child.ended': sentence({
    title: told.childEndedTitle,
    schema: TASK_EVENTS['child.ended'].schema,
    tell: ({ childId, ending }, telling) => ({
      who: '',
      done: told.childEnded(childName(telling, childId), EVENT_WORDS.values.endings[ending]),
    }),
  }),
  'child.reopened': sentence({
    title: told.childReopenedTitle,
    schema: TASK_EVENTS['child.reopened'].schema,
    tell: ({ childId }, telling) => ({ who: '', done: told.childReopened(childName(telling, childId)) }),
  }),
};

/** Its number, or its title where it has none; the list of all records knows nothing of the split that gave it one. */
function childName({ course, entry }: Told, childId: string): string {
  const child = entry.children.find(({ taskId }) => taskId === childId);
  const number = course.children[childId] ?? child?.number ?? null;
  if (number !== null) return told.child(number);
  return child === undefined ? told.someChild : told.child(told.titled(child.title));
}
