import { UNIT_DESKS, WAITING_DESKS } from '#domain';
import { z } from 'zod';

/**
 * What waits for a person, the most pressing first: the desks of their roles (see the domain's `desksOf`); `record`, assignments to units in
 * which nobody can act, which the office answers for them; and three kinds that follow from the day: `overdue`, late tasks that a leader or a unit's head is to know of; `urge`, late units that the office has not urged today;
 * `late`, whatever is late of what the person answers for.
 */
export const WAIT_KINDS = [...WAITING_DESKS, 'record', 'overdue', 'urge', ...UNIT_DESKS, 'late'] as const;
export const waitKindSchema = z.enum(WAIT_KINDS);
export type WaitKind = z.infer<typeof waitKindSchema>;
