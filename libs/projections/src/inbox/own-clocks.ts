import { sql } from 'kysely';
import { z } from 'zod';
import { type InboxEntry } from '#contracts';
import { type CountedTurn, type Day, dayOfTurn, remainingWorkingDays, taskStateSchema } from '#domain';
import { type Snapshot } from '../queries/read-models';
import { policiesOf } from '../rules/policies-of';
import { type OnDay } from '../tasks/standing';

/** The turn that a waiting entry asks to end. */
const TURN_OF: Readonly<Partial<Record<InboxEntry['kind'], CountedTurn>>> = {
  accept: 'reply',
  'assign-again': 'reassign',
  decide: 'decide',
  verify: 'check',
  close: 'close',
};

/** True for the kinds whose entries may have a clock of the reader's own by a turn. */
export const CLOCKED_KINDS: readonly string[] = Object.keys(TURN_OF);

const statesSchema = z.array(
  z.object({
    task_id: z.string(),
    turns: taskStateSchema.shape.turns,
    rules: taskStateSchema.shape.rules,
    lanes: z.array(z.object({ unitId: z.string(), replyBy: z.string().nullable() })),
  }),
);

/** An entry as far as its clock asks for it. */
export interface Asking {
  readonly kind: InboxEntry['kind'];
  readonly task_id: string | null;
  readonly unit_id: string | null;
  /** The day of the reader's own clock that a reminder is about; null for any other entry. */
  readonly reminded_of: string | null;
}

/** The clocks of those who are asked: a reminder's own, else by the turns of their tasks. */
export async function ownClocks(
  at: Snapshot,
  entries: readonly Asking[],
  day: OnDay,
): Promise<(entry: Asking) => InboxEntry['clock']> {
  const ofTurn = await clocksOfTurns(
    at,
    entries.flatMap(({ kind, ...entry }) => {
      const turn = TURN_OF[kind];
      return turn === undefined ? [] : [{ ...entry, turn }];
    }),
    day,
  );
  return ({ kind, reminded_of: reminded, ...entry }) => {
    if (reminded !== null) return clockUntil(reminded, day);
    const turn = TURN_OF[kind];
    return turn === undefined ? null : ofTurn({ ...entry, turn });
  };
}

/** A turn of a task, of a unit where it is one's own. */
export interface AskedTurn {
  readonly turn: CountedTurn;
  readonly task_id: string | null;
  readonly unit_id: string | null;
}

/** A clock that runs out on a day. */
export function clockUntil(due: Day, { today, calendar }: OnDay): NonNullable<InboxEntry['clock']> {
  return { due, remainingWorkingDays: remainingWorkingDays(today, due, calendar) };
}

/** Until when turns last, by the rules that their tasks follow; null for a turn that is over. */
export async function clocksOfTurns(
  at: Snapshot,
  asked: readonly AskedTurn[],
  day: OnDay,
): Promise<(turn: AskedTurn) => InboxEntry['clock']> {
  const ids = [...new Set(asked.flatMap(({ task_id: taskId }) => taskId ?? []))];
  if (ids.length === 0) return () => null;
  const { rows } = await sql`
    select task_id, state->'turns' as turns, state->'lanes' as lanes, state->'rules' as rules
    from projection_tasks.task where task_id = any(${ids}::uuid[])`.execute(at);
  const found = statesSchema.parse(rows);
  const policyOf = await policiesOf(at, found);
  const states = new Map(found.map((row) => [row.task_id, row]));
  return ({ turn: kind, task_id: taskId, unit_id: unitId }) => {
    const state = taskId === null ? undefined : states.get(taskId);
    const turn = state?.turns.find((each) => each.kind === kind && (kind !== 'reply' || each.lane === unitId));
    if (!state || !turn) return null;
    const replyBy = state.lanes.find((lane) => lane.unitId === turn.lane)?.replyBy ?? null;
    const due = dayOfTurn({ kind, since: turn.since }, replyBy, { calendar: day.calendar, policy: policyOf(state) });
    return due === null ? null : clockUntil(due, day);
  };
}
