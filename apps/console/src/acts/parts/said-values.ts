import { fileSchema, onBehalfSchema, type OnBehalf } from '#domain';
import { z } from 'zod';
import { type Lane } from '../../parts/lanes';

/** What the forms of recording for a unit hold beside the fields of the unit's own act. */
export const saidValues = {
  onBehalf: z.object({
    unitId: z.string().nullish(),
    saidBy: z.string(),
    how: onBehalfSchema.shape.how,
    /** Null is today. */
    saidOn: z.string().nullable(),
    sheet: z.array(fileSchema),
  }),
};
export type SaidValues = z.infer<z.ZodObject<typeof saidValues>>;

/** Before anything is filled in: the first unit for which the step is open. */
export function initialSaid(lanes: readonly Lane[]): SaidValues {
  return {
    onBehalf: { unitId: lanes[0]?.unit.unitId ?? null, saidBy: '', how: 'phone', saidOn: null, sheet: [] },
  };
}

interface SaidBody {
  readonly onBehalf: OnBehalf & { readonly unitId: string };
}

/** The unit and its word, as they are sent. */
export function saidBody({ onBehalf }: SaidValues, today: string): SaidBody {
  const { unitId, saidBy, how, saidOn, sheet } = onBehalf;
  return { onBehalf: { unitId: unitId ?? '', saidBy, how, saidOn: saidOn ?? today, sheet: [...sheet] } };
}

/** The day of the step, where none is stated: that on which the unit gave its word. Left out it is today. */
export function saidDay({ onBehalf: { saidOn } }: SaidValues): { occurredOn?: string } {
  return saidOn === null ? {} : { occurredOn: saidOn };
}
