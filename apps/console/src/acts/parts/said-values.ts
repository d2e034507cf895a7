import { fileSchema, onBehalfSchema, type OnBehalf } from '#domain';
import { z } from 'zod';
import { type Lane } from '../../parts/lanes';
import { type Lack, lackOf, type StaffingOf } from '../../parts/staffing/staffing';

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

/**
 * The lane that the office has to record for: the first whose unit cannot do it by itself. Null where all can, and while that is not known: a unit
 * with accounts is chosen by the person or not at all.
 * @param lacks what keeps a unit from the act
 */
export function laneToRecord(lanes: readonly Lane[], staffingOf: StaffingOf, lacks: readonly Lack[]): Lane | null {
  const keeps = (lack: Lack | null): boolean => lack !== null && lacks.includes(lack);
  return lanes.find(({ unit }) => keeps(lackOf(staffingOf, unit.unitId))) ?? null;
}

/** Before anything is filled in. */
export function initialSaid(lane: Lane | null): SaidValues {
  return { onBehalf: { unitId: lane?.unit.unitId ?? null, ...NOTHING_SAID, sheet: [] } };
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
