import { hash } from 'node:crypto';

/** What of the log has gone into a projection's tables: how many events, and a digest that changes with each and their order. */
export interface Tally {
  readonly events: number;
  /** SHA-256 as hex; empty before the first event. */
  readonly digest: string;
}

export const NO_EVENTS: Tally = { events: 0, digest: '' };

/** The tally after more events, each known by its seal. */
export function tallied(before: Tally, events: readonly { readonly hash: string }[]): Tally {
  const digest = events.reduce((known, event) => hash('sha256', known + event.hash), before.digest);
  return { events: before.events + events.length, digest };
}
