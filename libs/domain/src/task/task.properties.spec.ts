import fc from 'fast-check';
import {
  actOf,
  anyMoves,
  type Move,
  noTask,
  PEOPLE,
  plannedTimers,
  play,
  readBack,
  type TaskStory,
} from '../../testing';
import { type Recorded } from '../shared/event';
import {
  ENDED_STATUSES,
  evolveTask,
  LIFECYCLE,
  type LimitState,
  RUNNING_STATUSES,
  type TaskEvent,
  taskEventSchemas,
  TASK_STATUSES,
  type TaskState,
} from '.';

type TaskRecord = Recorded<TaskEvent>;

const RUNS = { numRuns: 100 };

/** Plays every throw, asking after each accepted one; gives the whole story. */
function tell(moves: readonly Move[], ask: (before: TaskStory, after: TaskStory, move: Move) => void = () => {}) {
  return moves.reduce<TaskStory>((story, move) => {
    const { result, next } = played(story, move);
    if (result !== 'events') return story;
    ask(story, next, move);
    return next;
  }, noTask);
}

function played(story: TaskStory, move: Move) {
  const outcome = play(story, move);
  const { kind } = outcome.result;
  return { result: kind, next: kind === 'events' ? outcome.next : story };
}

function fold(events: readonly TaskRecord[]): TaskState | null {
  return events.reduce<TaskState | null>(evolveTask, null);
}

function isTaskRecord(event: Recorded<{ type: string; data: unknown }>): event is TaskRecord {
  return event.type in taskEventSchemas;
}

/** A state without revisions: what people see of it. */
function seen(state: TaskState | null): unknown {
  if (state === null) return null;
  const { stepRevision: _step, contentRevision: _content, undo, ...rest } = state;
  return { ...rest, undo: undo && { ...undo, before: seen(undo.before) } };
}

/** The events that stand: withdrawn steps and their withdrawals left out. */
function standing(events: readonly TaskRecord[]): readonly TaskRecord[] {
  const withdrawn = new Set(
    events.flatMap((event) => (event.type === 'task.withdrawn' ? [event.data.withdrawnEventId] : [])),
  );
  return events.filter((event) => event.type !== 'task.withdrawn' && !withdrawn.has(event.eventId));
}

const accountOf = (event: TaskRecord) => event.metadata.actor.accountId;
const lastOf = (story: TaskStory) => story.history.at(-1)!;

describe('any story of a task', () => {
  it('gets everywhere (the throws are worth something)', () => {
    const reached = new Set<string>();
    const accepted = new Set<string>();
    for (const moves of fc.sample(anyMoves, { numRuns: 150, seed: 20210301 })) {
      tell(moves, (before, after, move) => {
        accepted.add(actOf(before, move));
        reached.add(after.state?.status ?? '');
      });
    }
    expect([...TASK_STATUSES].filter((status) => !reached.has(status))).toEqual([]);
    expect(Object.keys(LIFECYCLE).filter((act) => !accepted.has(act))).toEqual([]);
  });

  it('is told again the same from the log', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const { history, state } = tell(moves);
        expect(fold(history.map(readBack).filter(isTaskRecord))).toEqual(state);
      }),
      RUNS,
    );
  });

  it('does not depend on which revisions its events have', () => {
    fc.assert(
      fc.property(anyMoves, fc.integer({ min: 1, max: 1_000 }), (moves, shift) => {
        const { history, state } = tell(moves);
        const shifted = history.map((event) => ({ ...event, revision: event.revision + shift }));
        expect(seen(fold(shifted))).toEqual(seen(state));
      }),
      RUNS,
    );
  });

  it('moves by the table only', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (before, after, move) => {
          const act = actOf(before, move);
          const from = before.state?.status;
          const to = after.state?.status;
          if (act === 'task.draft') expect([from, to]).toEqual([undefined, 'draft']);
          else if (act === 'task.withdraw') expect(to).toBe(before.state?.undo?.before.status);
          else {
            expect(LIFECYCLE[act].from).toContain(from);
            expect(to).toBe(LIFECYCLE[act].to ?? from);
          }
        });
      }),
      RUNS,
    );
  });

  it('changes nothing after its end, and nothing with a refusal', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let story = noTask;
        for (const move of moves) {
          const before = story.state;
          const { result, next } = played(story, move);
          if (before && ENDED_STATUSES.has(before.status)) expect(result).not.toBe('events');
          // Events and states are frozen, so a rule that writes to them throws; what is told again is therefore the same.
          if (result !== 'events') expect(next.state).toEqual(before);
          story = next;
        }
      }),
      RUNS,
    );
  });

  it('lets nobody verify what they reported, nor close what they reported or checked', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const reporters = new Set<string>();
        const checkers = new Set<string>();
        for (const event of standing(tell(moves).history)) {
          const account = accountOf(event);
          if (event.type === 'task.reported' || event.type === 'task.closure-requested') reporters.add(account);
          if (event.type === 'task.verified' || event.type === 'task.returned') {
            expect(reporters.has(account)).toBe(false);
            checkers.add(account);
          }
          if (event.type === 'task.closed') expect(reporters.has(account) || checkers.has(account)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('never shortens a chain of due days, and never gives a limit’s id twice', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const removed = new Set<string>();
        tell(moves, (before, after) => {
          const limits = new Map(after.state?.limits.map((limit) => [limit.limitId, limit]));
          for (const former of before.state?.limits ?? []) {
            const now = limits.get(former.limitId);
            if (now) expect(now.chain.slice(0, former.chain.length)).toEqual(former.chain);
            else removed.add(former.limitId);
          }
          expect([...limits.keys()].filter((limitId) => removed.has(limitId))).toEqual([]);
          expect(limits.size).toBe(after.state?.limits.length);
        });
      }),
      RUNS,
    );
  });

  it('has every limit done while it is checked and after it is closed', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const open = ({ done }: LimitState) => done === null;
        tell(moves, (_before, { state }) => {
          const checked = ['closure-requested', 'verified', 'closed'].includes(state?.status ?? '');
          if (checked) expect(state?.limits.filter(open)).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('keeps its stated days in order, none of them to come', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const days = standing(tell(moves).history).flatMap(({ type, data, metadata }) =>
          'occurredOn' in data ? [{ type, stated: data.occurredOn, recorded: metadata.recordedAt.slice(0, 10) }] : [],
        );
        expect(days.filter(({ stated, recorded }) => stated > recorded)).toEqual([]);
        // Urging is no step: the steps that come after it may be stated before it.
        const steps = days.filter(({ type }) => type !== 'task.urged-by-office').map(({ stated }) => stated);
        expect(steps).toEqual([...steps].sort());
      }),
      RUNS,
    );
  });
});

describe('any withdrawal', () => {
  it('gives back the state that would be if the step had never been, with the program’s own facts in between', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, after) => {
          const withdrawal = lastOf(after);
          if (withdrawal.type !== 'task.withdrawn') return;
          const without = after.history.filter(
            (event) => event !== withdrawal && event.eventId !== withdrawal.data.withdrawnEventId,
          );
          const never = fold(without);
          expect(seen(after.state)).toEqual(seen(never && { ...never, undo: null }));
        });
      }),
      RUNS,
    );
  });
});

describe('the timers of any story', () => {
  it('fire once, and the plan names none that has fired', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, after) => {
          const fired = after.state?.firedTimers ?? [];
          expect(new Set(fired).size).toBe(fired.length);
          const planned = plannedTimers(after).map(({ timerId }) => timerId);
          expect(new Set(planned).size).toBe(planned.length);
          expect(planned.filter((timerId) => fired.includes(timerId))).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('are planned while the task runs, and every one planned would be taken', () => {
    const by = { by: PEOPLE.engine };
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, story) => {
          const planned = plannedTimers(story);
          if (!RUNNING_STATUSES.has(story.state?.status ?? 'draft')) expect(planned).toEqual([]);
          for (const { fireAt: _at, kind, ...timer } of [...planned.slice(0, 1), ...planned.slice(-1)]) {
            if (kind === 'propose') throw new Error('the default ladder proposes nothing');
            const outcome =
              kind === 'open-period'
                ? story.when('task.open-period', { limitId: timer.limitId, period: timer.period ?? '' }, by)
                : story.when('task.fire-timer', { ...timer, kind }, by);
            expect(outcome.result.kind).toBe('events');
          }
        });
      }),
      RUNS,
    );
  });
});
