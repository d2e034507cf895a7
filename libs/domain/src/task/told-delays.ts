import { type Day, dayInShanghai, type Instant, instantText } from '../calendar';
import { delayKeyOf, type RungKind } from '../ladder';
import { type ActedBy } from '../shared/actor';
import { ABOVE, limitOf } from './climbers';
import { openObligations } from './obligations';
import { isEnded } from './status';
import { type LateClock, type Obligation, type ToldPost } from './task.parts';
import { type TaskState, type ToldDelay } from './task.state';

/** A rung that went out, as far as it tells of a delay. */
interface Fired extends LateClock {
  readonly rung: { readonly kind: RungKind };
  readonly daysLate: number;
  readonly told: readonly ToldPost[];
}

/** Whoever was told, or reads: the person, and the post. */
type Reader = Pick<ActedBy, 'accountId' | 'role' | 'unitId'>;

/** Whoever reads, and when. */
interface Reading {
  readonly actor: Reader & Pick<ActedBy, 'name'>;
  readonly recordedAt: Instant;
}

/** Rungs that tell others of a delay: its copies on the day after, and whatever is brought to those above. */
const OF_DELAY: readonly RungKind[] = ['urge', ...ABOVE];

/**
 * The delays of which people know, after a rung. Whoever is told of one once more has it to read once more; what is over is not kept.
 */
export function delaysAfter(state: TaskState, fired: Fired, at: Instant): TaskState['delays'] {
  const told = peopleTold(fired.told);
  if (!OF_DELAY.includes(fired.rung.kind) || told.length === 0) return state.delays;
  const standing = delaysStanding(state, dayInShanghai(at));
  const { obligation, holder, unit, climb, due, daysLate } = fired;
  const clock = { obligation, holder, ...(unit === undefined ? {} : { unit }), climb, due };
  const earlier = standing.find((each) => isSameDelay(each, clock));
  const read = (earlier?.read ?? []).filter(({ accountId }) => !told.some((each) => each.accountId === accountId));
  const { kind: rung } = fired.rung;
  return [
    ...standing.filter((each) => each !== earlier),
    { ...clock, rung, daysLate, since: instantText(at), told, read },
  ];
}

/** A delay, as far as it is told apart from others. */
type DelayClock = Pick<LateClock, 'obligation' | 'climb' | 'due'>;

/** The people who are told of another's delay, each once for a post. */
function peopleTold(told: readonly ToldPost[]): ToldDelay['told'] {
  const others = told
    .filter(({ relation }) => relation !== 'own')
    .flatMap(({ role, people }) => people.map(({ accountId, unitId }) => ({ accountId, role, unitId })));
  return [...new Map(others.map((each) => [`${each.accountId} ${each.role} ${each.unitId}`, each])).values()];
}

/** True where both are one delay: turns have a number each in their task; of what a unit owes it is told part by part of a delay. */
export function isSameDelay(one: DelayClock, other: DelayClock): boolean {
  if (one.obligation === null || other.obligation === null) {
    return one.obligation === other.obligation && one.climb === other.climb;
  }
  return partOf(one, one.obligation) === partOf(other, other.obligation);
}

/** A limit or period with the delay that it is a part of. */
function partOf({ climb, due }: Pick<LateClock, 'climb' | 'due'>, obligation: Obligation): string {
  return `${delayKeyOf({ lane: obligation.lane, climb, due })} ${limitOf(obligation)}`;
}

/** The delays of which people know and that go on by a day: what is owed is not done, and the turn has not ended. */
export function delaysStanding(state: TaskState, by: Day): readonly ToldDelay[] {
  // So it is for nearly every task.
  if (state.delays.length === 0 || isEnded(state)) return [];
  const owed = new Set(openObligations(state, by).map((open) => partOf(open, open)));
  return state.delays.filter((delay) =>
    delay.obligation === null
      ? state.turns.some(({ number }) => number === delay.climb)
      : owed.has(partOf(delay, delay.obligation)),
  );
}

/** The delays that a person, or whoever had their post before, was told of and that they have not read. */
export function delaysToRead(state: TaskState, reader: Reader, by: Day): readonly ToldDelay[] {
  return delaysStanding(state, by).filter((delay) => isToldTo(delay, reader) && !isReadBy(delay, reader.accountId));
}

/** True for a delay that a person was told of, or a post like theirs in the same unit. */
function isToldTo({ told }: Pick<ToldDelay, 'told'>, { accountId, role, unitId }: Reader): boolean {
  return told.some((each) => each.accountId === accountId || (each.role === role && each.unitId === unitId));
}

/** True for a delay that a person has read since they were told of it last. */
export function isReadBy({ read }: Pick<ToldDelay, 'read'>, accountId: string): boolean {
  return read.some((each) => each.accountId === accountId);
}

/** The unit whose delay it is; null where it is no unit's. */
export function lateUnitOf({ obligation, unit }: LateClock): string | null {
  return obligation?.lane ?? unit ?? null;
}

/** The delays after a person has read some of them. */
export function readDelays(
  delays: TaskState['delays'],
  isRead: (delay: ToldDelay) => boolean,
  { actor, recordedAt }: Reading,
): TaskState['delays'] {
  const { accountId, name } = actor;
  const reader = { accountId, name, at: instantText(recordedAt) };
  return delays.map((delay) =>
    isRead(delay) && isToldTo(delay, actor) && !isReadBy(delay, accountId)
      ? { ...delay, read: [...delay.read, reader] }
      : delay,
  );
}

/** True where a delay is one of those that were read. */
export function isAmong(delay: LateClock, read: readonly LateClock[]): boolean {
  return read.some((each) => isSameDelay(each, delay));
}
