import { z } from 'zod';
import { daySchema } from '../calendar';
import { withoutPrivateData } from '../shared/private-data';
import { idSchema } from '../shared/schema';
import { authoritySchema, evidenceSchema, onBehalfSchema } from './task.parts';

/** What every form of a task may send along. */
export const formFields = {
  /** The revision of the task that the person's form was filled on; left out by programs that do not hold a form. */
  seenRevision: z.int().nonnegative().optional(),
};

/** What the form of a step may send along. */
export const stepFields = {
  ...formFields,
  /** The day on which the step was taken; left out, it is today. */
  occurredOn: daySchema.optional(),
};

/** An authority as people write it: it names no private numbers. */
export const authorityInput = withoutPrivateData(authoritySchema, ({ reference }) => ({ reference }));

/** A file as people name it. */
export const evidenceInput = withoutPrivateData(evidenceSchema, ({ fileName }) => ({ fileName }));

/** The unit that gave word to the office, who said it, how and when. */
export const onBehalfInput = withoutPrivateData(onBehalfSchema.extend({ unitId: idSchema }), ({ saidBy }) => ({
  saidBy,
}));
