import { fileSchema, onBehalfSchema, type OnBehalf } from '#domain';
import { z } from 'zod';
import { type Lane } from '../../parts/lanes';

const wordFields = {
  saidBy: z.string(),
  how: onBehalfSchema.shape.how,
  /** Null is today. */
  saidOn: z.string().nullable(),
  sheet: z.array(fileSchema),
};

/** What the form of recording a word holds beside the fields of the act itself. */
export const wordValues = { onBehalf: z.object(wordFields) };
export type WordValues = z.infer<z.ZodObject<typeof wordValues>>;

/** What the forms of recording for a unit hold beside the fields of the unit's own act. */
export const saidValues = { onBehalf: z.object({ unitId: z.string().nullish(), ...wordFields }) };
export type SaidValues = z.infer<z.ZodObject<typeof saidValues>>;

const NOTHING_SAID = { saidBy: '', how: 'phone', saidOn: null, sheet: [] } as const;

/** Before anything is filled in. */
export function initialWord(): WordValues {
  return { onBehalf: { ...NOTHING_SAID, sheet: [] } };
}

/** A word as it is sent. */
export function wordBody({ onBehalf }: WordValues, today: string): { readonly onBehalf: OnBehalf } {
  const { saidBy, how, saidOn, sheet } = onBehalf;
  return { onBehalf: { saidBy, how, saidOn: saidOn ?? today, sheet: [...sheet] } };
}

/** Before anything is filled in: the first unit for which the step is open. */
export function initialSaid(lanes: readonly Lane[]): SaidValues {
  return {
    onBehalf: { unitId: lanes[0]?.unit.unitId ?? null, ...NOTHING_SAID, sheet: [] },
  };
}

interface SaidBody {
  readonly onBehalf: OnBehalf & { readonly unitId: string };
}

/** The unit and its word, as they are sent. */
export function saidBody({ onBehalf }: SaidValues, today: string): SaidBody {
  return { onBehalf: { unitId: onBehalf.unitId ?? '', ...wordBody({ onBehalf }, today).onBehalf } };
}

/** The day of the step, where none is stated: that on which the unit gave its word. Left out it is today. */
export function saidDay({ onBehalf: { saidOn } }: SaidValues): { occurredOn?: string } {
  return saidOn === null ? {} : { occurredOn: saidOn };
}
