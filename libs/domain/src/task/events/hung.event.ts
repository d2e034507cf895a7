import { z } from 'zod';
import { daySchema } from '../../calendar';
import { lineSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { authoritySchema } from '../task.parts';

/** A task was hung on the account (挂账) and got its number. The first round begins. */
export const hung = taskEvent({
  type: 'task.hung',
  schema: z.strictObject({
    number: lineSchema(60),
    authority: authoritySchema,
    secrecyDeclared: z.literal(true),
    on: daySchema,
  }),
  sample: {
    number: 'YL2021-001',
    authority: { kind: 'document', reference: '云政发〔2021〕3号' },
    secrecyDeclared: true,
    on: '2021-03-01',
  },
  touches: 'steps',
  evolve: (state, { data: { number, authority } }) => ({ ...state, number, authority, round: 1 }),
});
