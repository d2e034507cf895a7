import { lateUnitOf, TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitNames } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'delay.read': sentence({
    title: words.title,
    schema: TASK_EVENTS['delay.read'].schema,
    tell: ({ delays }, told) => {
      const units = [...new Set(delays.flatMap((delay) => lateUnitOf(delay) ?? []))];
      return { done: words.told(unitNames(told, units) ?? '') };
    },
  }),
};
