import { z } from 'zod';
import { daySchema } from '../../calendar';
import { rulesSchema } from '../../policy';
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
    /** The versions of the rules by which its first clock runs. */
    rules: rulesSchema,
  }),
  sample: {
    number: 'YL2021-001',
    authority: { kind: 'document', reference: '云政发〔2021〕3号' },
    secrecyDeclared: true,
    on: '2021-03-01',
    rules: { policy: 'default-1', calendar: '2021-1' },
  },
  touches: 'steps',
  evolve: (state, { data: { number, authority, rules } }) => ({ ...state, number, authority, rules, round: 1 }),
});
