import { type Day } from '../calendar';
import { type RungKind } from './ladder';

/** What a timer is for: a rung of the ladder, or opening the next period of a recurring limit. */
export type TimerKind = RungKind | 'open-period';

/** A planned timer. The same inputs always give the same one. */
export interface PlannedTimer {
  /** Deterministic, see `timerIdOf`. */
  readonly timerId: string;
  readonly limitId: string;
  /** Period id of a recurring limit; null for a limit with one date. */
  readonly period: string | null;
  /** The rung; `open-period` for an opening. */
  readonly rungId: string;
  readonly kind: TimerKind;
  /** Due day that the timer belongs to. */
  readonly due: Day;
  /** ISO, UTC. */
  readonly fireAt: string;
}

/** What makes a timer this one and no other. */
export interface TimerIdentity {
  readonly taskId: string;
  /** Cycle of the task: 1, and one more with each reopening (重新挂账). */
  readonly cycle: number;
  readonly limitId: string;
  readonly period: string | null;
  readonly rungId: string;
  readonly due: Day;
}

/**
 * The id of a timer. A timer whose id has fired never fires again, therefore: the due day is part of it, so that a moved limit
 * climbs anew, and so is the cycle, so that a reopened task is not silent because its last life had been urged already. Letters,
 * digits, `-` and `_` only, as queues demand; two identities never share an id (other characters become `_hex-`, parts join with `__`).
 */
export function timerIdOf(identity: TimerIdentity): string {
  const { taskId, cycle, limitId, period, rungId, due } = identity;
  return [taskId, String(cycle), limitId, period ?? 'once', rungId, due].map(escapePart).join('__');
}

/** By moment, then by id, so that a plan has one order. */
export function byMoment(a: PlannedTimer, b: PlannedTimer): number {
  if (a.fireAt !== b.fireAt) return a.fireAt < b.fireAt ? -1 : 1;
  return a.timerId < b.timerId ? -1 : Number(a.timerId > b.timerId);
}

function escapePart(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}-`);
}
