import { type Day } from '../calendar';
import { type RungKind } from './ladder';

/** What makes a rung of one task this one and no other. */
export interface RungIdentity {
  /** 1, and one more with each reopening (重新挂账). */
  readonly round: number;
  /** Which run of the limit's ladder: a limit that is opened again climbs anew. */
  readonly climb: number;
  /** The lane that owes the limit: a unit's id. */
  readonly lane: string;
  readonly limitId: string;
  /** Period id of a recurring limit; null for a limit with one date. */
  readonly period: string | null;
  readonly rungId: string;
  /** Due day that the rung belongs to: a moved limit climbs anew. */
  readonly due: Day;
}

/** A planned timer: a rung with the moment at which it fires. The same inputs always give the same one. */
export interface PlannedTimer extends RungIdentity {
  /** The rung's key within its task, see `rungKeyOf`. */
  readonly key: string;
  /** Deterministic: the task and the key. */
  readonly timerId: string;
  readonly kind: RungKind;
  /** ISO, UTC. */
  readonly fireAt: string;
}

/**
 * The key of a rung within its task: one that has fired never fires again. Letters, digits, `-` and `_` only, as queues demand; two
 * identities never share a key (other characters become `_hex-`, parts join with `__`).
 */
export function rungKeyOf({ round, climb, lane, limitId, period, rungId, due }: RungIdentity): string {
  return timerKey(String(round), String(climb), lane, limitId, period ?? 'once', rungId, due);
}

/** A rung’s key without its day: a limit that is moved climbs anew, but some rungs are reached once in a climb, whatever the day. */
export function withoutDay(rungKey: string): string {
  return rungKey.slice(0, rungKey.lastIndexOf('__'));
}

/** What a rung reminds of, as a part of its key: the same for every rung, climb and round of an obligation with one day. */
export function rungSubjectOf({
  lane,
  limitId,
  period,
  due,
}: Pick<RungIdentity, 'lane' | 'limitId' | 'period' | 'due'>): string {
  return timerKey(lane, limitId, period ?? 'once', due);
}

/** What the rung of a key reminds of. No part of a key holds what joins the parts. */
export function subjectOfRungKey(key: string): string {
  const [, , lane = '', limitId = '', period = '', , due = ''] = key.split('__');
  return [lane, limitId, period, due].join('__');
}

/** The id of a timer: its task and the key of its rung. */
export function timerIdOf(taskId: string, rungKey: string): string {
  return `${timerKey(taskId)}__${rungKey}`;
}

/** A key of parts, see `rungKeyOf`. */
export function timerKey(...parts: readonly string[]): string {
  return parts.map(escapePart).join('__');
}

/** By moment, then by id, so that a plan has one order. */
export function byMoment(a: PlannedTimer, b: PlannedTimer): number {
  if (a.fireAt !== b.fireAt) return a.fireAt < b.fireAt ? -1 : 1;
  return a.timerId < b.timerId ? -1 : Number(a.timerId > b.timerId);
}

const PLAIN_PART = /^[A-Za-z0-9-]*$/u;

function escapePart(text: string): string {
  if (PLAIN_PART.test(text)) return text;
  return text.replace(/[^A-Za-z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}-`);
}
