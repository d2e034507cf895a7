import { z } from 'zod';
import { daySchema } from '../calendar';
import { withoutPrivateData } from '../shared/private-data';
import { idSchema } from '../shared/schema';
import { authoritySchema, evidenceSchema, fileSchema, MAX_SHEETS, onBehalfSchema } from './task.parts';

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

/** A file that shows something, as people name it. */
export const evidenceInput = withoutPrivateData(evidenceSchema, ({ fileName }) => ({ fileName }));

/** A page of a returned sheet, as people name it. */
const sheetInput = withoutPrivateData(fileSchema, ({ fileName }) => ({ fileName }));

/** A usual word of a unit, for the samples of acts. */
export const SAMPLE_WORD = {
  unitId: '00000000-0000-4000-8000-000000000102',
  saidBy: '王科长',
  how: 'phone',
  saidOn: '2025-03-03',
} as const satisfies z.input<typeof onBehalfInput>;

/** A form that names the unit for which the office records. */
export const namesUnit = z.object({ onBehalf: z.object({ unitId: idSchema }) });

const sheetsInput = z.array(sheetInput).max(MAX_SHEETS).default([]);

/** The unit that gave word to the office, who said it, how and when. */
export const onBehalfInput = withoutPrivateData(
  onBehalfSchema.extend({ unitId: idSchema, sheet: sheetsInput }),
  ({ saidBy }) => ({ saidBy }),
);

/** A word that was given to the office: who said it, how and when. */
export const wordInput = withoutPrivateData(onBehalfSchema.extend({ sheet: sheetsInput }), ({ saidBy }) => ({
  saidBy,
}));
