import { z } from 'zod';
import { type Day, daySchema, type LampClock, type SparedDays, sparedDays, type TaskState } from '#domain';

/**
 * Days that do not count against a unit, as rows keep them: a text that SQL compares and hands on whole. Spans with a stroke between their
 * days, one after the other; an open end is empty: `/2025-03-03 2025-06-02/`.
 */
function textOf(spared: readonly SparedDays[]): string {
  return spared.map(({ from, to }) => `${from ?? ''}/${to ?? ''}`).join(' ');
}

/** The same, read from a row. */
export const sparedSchema = z.string().transform((text): readonly SparedDays[] =>
  text === ''
    ? []
    : text.split(' ').map((span) => {
        const [from, to] = span.split('/');
        return { from: dayOf(from), to: dayOf(to) };
      }),
);

function dayOf(text: string | undefined): Day | null {
  return daySchema.nullable().parse(text || null);
}

/** The days that do not count against each unit of a task. */
export function sparedOfUnits(state: TaskState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    state.lanes.map(({ unitId }) => [unitId, textOf(sparedDays(state, { lane: unitId, holder: null }))]),
  );
}

/** The days after its due day that do not count for a task's lamp: those that are not its unit's. */
export function sparedOfLamp(state: TaskState, lamp: LampClock | null): string {
  if (lamp === null || lamp.lane === null) return '';
  const spared = sparedDays(state, { lane: lamp.lane, holder: null });
  return textOf(spared.filter(({ to }) => to === null || to > lamp.due));
}
