import { z } from 'zod';
import { daySchema } from '../../calendar';
import { type RungIdentity, rungKeyOf, rungKindSchema } from '../../ladder';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { obligationSchema } from '../task.parts';

const schema = z.strictObject({
  /** What a unit owes; null for a rung of an office, a checker or a closer. */
  obligation: obligationSchema.nullable(),
  /** Whose clock it is where it is none of a limit: what the task waits for, such as `check`. */
  holder: lineSchema(40).nullable(),
  /** The unit whose answer is awaited. Left out: it is no unit's clock, or that of an obligation. */
  unit: loggedIdSchema.optional(),
  round: z.int().positive(),
  climb: z.int().positive(),
  rung: z.strictObject({ rungId: lineSchema(40), kind: rungKindSchema }),
  due: daySchema,
  /** Working days after the due day; 0 on it and before. */
  daysLate: z.int().nonnegative(),
  /** Who was told: the account, the post that it holds, and what the post has to do with the task. Empty: told by role, to whoever holds it. */
  told: z
    .array(z.strictObject({ accountId: loggedIdSchema, postId: loggedIdSchema, relation: lineSchema(40) }))
    .max(200),
});
type Fired = Pick<z.output<typeof schema>, 'obligation' | 'holder' | 'unit' | 'round' | 'climb' | 'rung' | 'due'>;

/** Which rung of the task it is. What no limit asks for goes by what the task waits for. */
export function identityOf({ obligation, holder, unit, round, climb, rung: { rungId }, due }: Fired): RungIdentity {
  const { lane, limitId, period } = obligation ?? clockOf(holder, unit);
  return { round, climb, lane, limitId, period, rungId, due };
}

/** A clock in the place of an obligation: ids of limits are never such words. */
export function clockOf(holder: string | null, unit: string | null | undefined) {
  return { lane: unit ?? 'task', limitId: holder ?? '', period: null };
}

/** A rung of a ladder was reached: somebody was reminded, urged, or told that another is late. */
export const rungFired = taskEvent({
  type: 'rung.fired',
  schema,
  sample: {
    obligation: { lane: '00000000-0000-4000-8000-000000000a03', limitId: 'L1', period: null },
    holder: null,
    round: 1,
    climb: 1,
    rung: { rungId: 'urge-1', kind: 'urge' },
    due: '2021-06-30',
    daysLate: 1,
    told: [],
  },
  touches: 'nothing',
  evolve: (state, { data }) => ({ ...state, fired: [...state.fired, rungKeyOf(identityOf(data))] }),
});
