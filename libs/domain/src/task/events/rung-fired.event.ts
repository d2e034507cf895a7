import { z } from 'zod';
import { daySchema } from '../../calendar';
import { rungKeyOf, rungKindSchema } from '../../ladder';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { clockRungKey } from '../clock-rung';
import { taskEvent } from '../task-event';
import { obligationSchema, toldSchema } from '../task.parts';
import { delaysAfter } from '../told-delays';

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
  /** Working days after the due day on which the late one could act (`daysLate`); 0 on it and before. */
  daysLate: z.int().nonnegative(),
  /** Who was told. The entries stand in the inboxes of the posts, so that a successor has them too. */
  told: z.array(toldSchema).max(200),
  /** The unit in which nobody could be told, having no account that can sign in: the office acts for it. Left out: somebody could. */
  unstaffed: loggedIdSchema.optional(),
  /** The proposal that waits already for the unit and stands for this delay too, so that nobody is told. Left out: there is none. */
  joins: loggedIdSchema.optional(),
  /** The key of the notice that was due by then too, after a standstill: it does not go out any more. Left out: none was. */
  passed: lineSchema(300).optional(),
});
type Fired = Pick<z.output<typeof schema>, 'obligation' | 'holder' | 'unit' | 'round' | 'climb' | 'rung' | 'due'>;

/** The key of a rung within its task: that of an obligation, or of a turn's clock. */
export function firedKey({ obligation, holder, unit, round, climb, rung: { rungId }, due }: Fired): string {
  return obligation === null
    ? clockRungKey(round, { kind: holder ?? '', lane: unit, number: climb }, rungId, due)
    : rungKeyOf({ ...obligation, round, climb, rungId, due });
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
    told: [
      {
        role: 'reporter',
        unitId: '00000000-0000-4000-8000-000000000a03',
        relation: 'own',
        people: [
          {
            accountId: '00000000-0000-4000-8000-000000000a01',
            postId: '00000000-0000-4000-8000-000000000a05',
            unitId: '00000000-0000-4000-8000-000000000a03',
          },
        ],
      },
    ],
  },
  touches: 'nothing',
  evolve: (state, { data, metadata: { recordedAt } }) => ({
    ...state,
    delays: delaysAfter(state, data, recordedAt),
    fired: [...state.fired, firedKey(data), ...(data.passed === undefined ? [] : [data.passed])],
  }),
});
