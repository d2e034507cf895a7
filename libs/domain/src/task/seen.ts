import { type z } from 'zod';
import { dayInShanghai } from '../calendar';
import { type Facts } from '../shared/circumstances';
import { leadUnitsOf, supportUnitsOf } from './lanes';
import { MAX_OBLIGATIONS, type seenSchema } from './task.parts';
import { type TaskState } from './task.state';

/** What a person who judges a task stands by: its words, units, limits with what was done, targets with their readings, and children. */
export function judgedContent(state: TaskState): object {
  return {
    title: state.title,
    body: state.body,
    leads: leadUnitsOf(state),
    supports: supportUnitsOf(state),
    limits: state.limits.map(({ limitId, what, due, recurrence, dueOn, movedPeriods, done }) => ({
      limitId,
      what,
      due,
      recurrence,
      dueOn,
      movedPeriods: movedPeriods.map(({ period, due }) => ({ period, due })),
      done: done.map(({ lane, period, on }) => ({ lane, period, on })),
    })),
    indicators: state.indicators.map(({ indicatorId, name, op, value, max, unit, approximate, reading }) => ({
      indicatorId,
      name,
      op,
      value,
      max,
      unit,
      approximate,
      reading,
    })),
    children: state.children.map(({ number, ended, outcome }) => ({ number, ended, outcome })),
  };
}

type Seen = z.infer<typeof seenSchema>;

/** The record of what was seen. @throws Error when the digest was not asked for among the act's needs */
export function seenIn(state: TaskState, { digest }: Facts): Seen {
  if (digest === null) throw new Error('an act that records what was seen must ask for its digest');
  return { revision: state.revision, digest, met: metIn(state), evidence: [...state.evidence] };
}

function metIn({ limits }: TaskState): Seen['met'] {
  return limits
    .flatMap(({ limitId, done }) => done.map((completion) => ({ limitId, ...completion })))
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0))
    .slice(-MAX_OBLIGATIONS)
    .map(({ lane, limitId, period, on, recordedAt }) => ({
      lane,
      limitId,
      period,
      on,
      recordedOn: dayInShanghai(recordedAt),
    }));
}
