import { type TaskDetail } from '#contracts';
import {
  type Day,
  dayInShanghai,
  delaysStanding,
  lateUnitOf,
  type TaskState,
  type ToldDelay,
  turnKindSchema,
} from '#domain';
import { type UnitNames } from '../queries/read-models';

type Told = TaskDetail['task']['delays'][number];

interface Known {
  readonly day: { readonly today: Day };
  readonly names: UnitNames;
  /** Names of people by the ids of their accounts. */
  readonly people: ReadonlyMap<string, string>;
}

/** The accounts that were told of a task's delays. */
export function accountsTold({ delays }: TaskState): readonly string[] {
  return delays.flatMap(({ told }) => told.map(({ accountId }) => accountId));
}

/** The units whose delays people were told of. */
export function unitsLate({ delays }: TaskState): readonly string[] {
  return delays.flatMap((delay) => lateUnitOf(delay) ?? []);
}

/** The delays that go on by a day and that people were told of, those told last first. */
export function delaysTold(state: TaskState, known: Known): Told[] {
  return delaysStanding(state, known.day.today)
    .map((delay) => delayTold(delay, known))
    .reverse();
}

/** A delay as it was told. */
export function delayTold(delay: ToldDelay, { names, people }: Pick<Known, 'names' | 'people'>): Told {
  const { obligation, holder, due, rung, daysLate, since, told, read } = delay;
  const unit = lateUnitOf(delay);
  return {
    unit: unit === null ? null : names(unit),
    limit: obligation && { limitId: obligation.limitId, period: obligation.period },
    turn: turnKindSchema.nullable().catch(null).parse(holder),
    due,
    rung,
    daysLate,
    toldOn: dayInShanghai(since),
    told: [...new Set(told.flatMap(({ accountId }) => people.get(accountId) ?? []))],
    read: read.map(({ name, at }) => ({ name, on: dayInShanghai(at) })),
  };
}
