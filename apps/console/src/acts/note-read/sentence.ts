import { lateUnitOf, TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitNames } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'delay.read': sentence({
    title: words.title,
    schema: TASK_EVENTS['delay.read'].schema,
    tell: ({ delays }, told) => {
      const units = [...new Set(delays.flatMap((delay) => lateUnitOf(delay) ?? []))];
      const isOwn = units.length > 0 && units.every((unitId) => unitId === told.entry.actor.unitId);
      return { done: isOwn ? words.told.own : words.told.of(unitNames(told, units) ?? '') };
    },
  }),
};
