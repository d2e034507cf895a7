import fc from 'fast-check';
import {
  circumstancesOf,
  actOf,
  anyMoves,
  asStored,
  type Move,
  noTask,
  PEOPLE,
  plannedTimers,
  play,
  rungInput,
  stateOf,
  taskIn,
  TASK_ID,
  type TaskStory,
  usually,
} from '../../testing';
import { AGGREGATES } from '../aggregates';
import { dayInShanghai, rollForward } from '../calendar';
import { DEFAULT_POLICY } from '../policy';
import {
  haveSameTimers,
  holdersOf,
  isEnded,
  isRunning,
  leadLanes,
  ON_ACCOUNT,
  type OpenObligation,
  openObligations,
  type RecordedTaskEvent,
  type TaskActTraits,
  TASK_ACTS,
  TASK_STATUSES,
  type TaskState,
  type TaskStatus,
  timersOfTask,
  UNDER_CHECK,
} from '.';
import { NOBODY } from './task.state';
import { statusOf } from './status-of';
import { BESIDE } from './turns';

const RUNS = { numRuns: 100 };
/** Where the acts lead that another person approves. */
const ASKED_FOR = Object.values<TaskActTraits>(TASK_ACTS).flatMap(({ needsSecond, to }) => (needsSecond ? to : []));
const { fold, read } = AGGREGATES.task;

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

/** A state without revisions: what people see of it. */
function seen(state: TaskState | null): unknown {
  if (state === null) return null;
  const { stepRevision: _step, contentRevision: _content, revision: _revision, ...rest } = state;
  const lanes = state.lanes.map(({ stepRevision: _lane, ...lane }) => lane);
  return { ...rest, lanes };
}

/** A state without its words and the moment at which they were touched: what stays as it is after the end. */
function beyondWords(state: TaskState): unknown {
  const limits = state.limits.map((limit) => ({ ...limit, what: '' }));
  return seen({ ...state, title: '', body: '', limits, recordedAt: '', lookedAt: null, lastSteps: [] });
}

/** What a withdrawal gives back: all but who took part, the moment of the last event, numbers and clocks. */
function givenBack(state: TaskState | null): unknown {
  if (state === null) return null;
  const lanes = state.lanes.map((lane) => ({ ...lane, since: '', climb: 1 }));
  return seen({
    ...state,
    lanes,
    restarts: [],
    lookedAt: null,
    takenBack: [],
    turns: state.turns.map((turn) => ({ ...turn, since: '', from: '', number: 1 })),
    turnsBegun: 0,
    lastSteps: state.lastSteps.map((step) => ({ ...step, turns: [] })),
    spans: [],
    limitIds: [],
    climbs: 0,
    endMoves: [],
    participation: NOBODY,
    recordedAt: '',
  });
}

/** The events that stand: withdrawn steps and their withdrawals left out. */
function standing(events: readonly RecordedTaskEvent[]): readonly RecordedTaskEvent[] {
  const withdrawn = new Set(events.flatMap((event) => (event.type === 'task.withdrawn' ? [event.data.commandId] : [])));
  return events.filter((event) => event.type !== 'task.withdrawn' && !withdrawn.has(event.metadata.commandId));
}

const accountOf = (event: RecordedTaskEvent) => event.metadata.actor.accountId;

describe('any story of a task', () => {
  it('gets everywhere (the throws are worth something)', () => {
    const reached = new Set<string>();
    const accepted = new Set<string>();
    let twoLeads = 0;
    for (const moves of fc.sample(anyMoves, { numRuns: 400, seed: 20210301 })) {
      tell(moves, (before, after, move) => {
        accepted.add(actOf(before, move));
        reached.add(after.state?.status ?? '');
        if (after.state?.status === 'verified' && leadLanes(after.state).length === 2) twoLeads += 1;
      });
    }
    expect(TASK_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
    // A measure is taken by an approval alone, of a delay that has come to the end of its ladder: its own spec plays that.
    expect(Object.keys(TASK_ACTS).filter((act) => !accepted.has(act))).toEqual(['task.take-measure']);
    expect(twoLeads).toBeGreaterThan(0);
  });

  it('is told again the same from the log', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const { history, state } = tell(moves);
        expect(fold(history.map((event) => read(asStored(event))))).toEqual(state);
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

  it('moves from and to the statuses that its acts declare', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (before, after, move) => {
          const act = actOf(before, move);
          const { from, to } = TASK_ACTS[act];
          const [former, present] = [before.state?.status, after.state?.status];
          if (before.state === null)
            expect([act, former]).toEqual([expect.stringMatching(/draft|begin-child/u), undefined]);
          else {
            const targets = [...to, ...(to.includes('asked-for') ? ASKED_FOR : [])].map((next) => {
              if (next === 'same') return former;
              return next === 'back' ? statusBack(before.state, after.history) : next;
            });
            expect(from).toContain(former);
            expect(targets).toContain(present);
          }
        });
      }),
      RUNS,
    );
  });

  it('changes nothing but its wording after its end, and nothing with a refusal', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let story = noTask;
        for (const move of moves) {
          const before = story.state;
          const { result, next } = played(story, move);
          if (before && next.state && isEnded(before)) {
            if (actOf(story, move) !== 'task.correct-record') expect(result).not.toBe('events');
            expect(beyondWords(next.state)).toEqual(beyondWords(before));
            const added = next.history.slice(story.history.length).map(({ type }) => type);
            expect(added.filter((type) => type !== 'task.content-changed')).toEqual([]);
          }
          // Events and states are frozen, so a rule that writes to them throws; what is told again is therefore the same.
          if (result !== 'events') expect(next.state).toEqual(before);
          story = next;
        }
      }),
      RUNS,
    );
  });

  it('lets nobody verify what they reported, nor close what they reported or checked, be it withdrawn since', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const reporters = new Set<string>();
        const checkers = new Set<string>();
        for (const event of tell(moves).history) {
          const account = accountOf(event);
          if (event.type === 'lane.reported' || event.type === 'lane.claimed') reporters.add(account);
          if (event.type === 'check.passed' || event.type === 'check.returned') {
            expect(reporters.has(account)).toBe(false);
            checkers.add(account);
          }
          if (event.type === 'task.closed') expect(reporters.has(account) || checkers.has(account)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('never shortens a chain of moves, and never gives a limit’s id twice', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const removed = new Set<string>();
        tell(moves, (before, after) => {
          // A step that is taken back has never been, with the moves that it made.
          if (after.history.at(-1)?.type === 'task.withdrawn') return;
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

  it('has every limit done, as far as its period had begun, that a lead asks to close and does not name as undone, and all of them while they are checked', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (before, { state, today, history }) => {
          // A command that changed nothing lets time pass only.
          if (state === null || history.length === before.history.length) return;
          const last = history.at(-1);
          if (last?.type === 'lane.claimed') {
            const lanes = state.lanes.filter(({ unitId }) => unitId === last.data.lane);
            expect(openObligations(state, today, lanes).filter(isUnnamed(last.data.owed))).toEqual([]);
          }
          if (!UNDER_CHECK.includes(state.status) && state.status !== 'closed') return;
          const open = openObligations(state, today, leadLanes(state));
          // A period that begins after the claim is owed, and named when the task is closed or returned.
          const begun = open.filter(({ from }) => from === null || from <= claimDay(history));
          expect(begun.filter(isUnnamed(namedIn(history)))).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('keeps its stated days in order, none of them to come', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const days = standing(tell(moves).history).flatMap(({ type, data, metadata }) =>
          'on' in data
            ? [
                {
                  type,
                  lane: 'lane' in data ? data.lane : null,
                  stated: data.on,
                  recorded: dayInShanghai(metadata.recordedAt),
                },
              ]
            : [],
        );
        expect(days.filter(({ stated, recorded }) => stated > recorded)).toEqual([]);
        // Urging, correcting units, the end of a child and an answer to a leader are no steps: others may be stated before them. A suspension
        // counts from the day on which it was asked for, whatever units did until it was approved.
        const none = [
          'task.urged',
          'lanes.changed',
          'child.ended',
          'instruction.answered',
          'task.suspended',
          'task.resumed',
        ];
        const steps = days.filter(({ type }) => !none.includes(type));
        // A unit's step follows its own ones, whatever other units state; one that concerns the whole task follows them all.
        let last = '';
        const own = new Map<string, string>();
        for (const { lane, stated } of steps) {
          expect(stated >= (lane === null ? last : (own.get(lane) ?? ''))).toBe(true);
          if (lane !== null) own.set(lane, stated);
          if (stated > last) last = stated;
        }
      }),
      RUNS,
    );
  });

  it('has a holder with a clock as long as it is open, and each day of a lead in one hand', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, { state }) => {
          if (state === null) return;
          const { calendar } = circumstancesOf(PEOPLE.engine);
          const holders = holdersOf(state, { calendar, policy: DEFAULT_POLICY });
          expect(holders.some(({ due }) => due !== null)).toBe(ON_ACCOUNT.includes(state.status));
          for (const { unitId } of leadLanes(state)) {
            const days = state.spans.filter(({ lane }) => lane === unitId);
            days.forEach(({ from }, index) => expect(from >= (days[index - 1]?.to ?? '')).toBe(true));
          }
          const single = leadLanes(state).length === 1;
          const hasDeclined = leadLanes(state).some(({ answer }) => answer === 'declined');
          // The office looks for another supporting unit beside the lead that goes on.
          const turns = state.turns.filter(
            ({ kind, lane }) =>
              !BESIDE.includes(kind) && !isSupport(state, lane) && (kind !== 'reassign' || hasDeclined),
          );
          if (single && ON_ACCOUNT.includes(state.status)) expect(turns).toHaveLength(1);
        });
      }),
      RUNS,
    );
  });

  it('keeps the completions of its own lanes only, none of them twice', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, { state }) => {
          if (state === null) return;
          const lanes = state.lanes.map(({ unitId }) => unitId);
          for (const { done } of state.limits) {
            expect(done.filter(({ lane }) => !lanes.includes(lane))).toEqual([]);
            expect(new Set(done.map(({ lane, period }) => `${lane} ${period ?? ''}`)).size).toBe(done.length);
          }
        });
      }),
      RUNS,
    );
  });
});

function isSupport({ lanes }: TaskState, unitId: string | null): boolean {
  return lanes.some((lane) => lane.unitId === unitId && lane.role === 'support');
}

type Named = Extract<RecordedTaskEvent, { type: 'lane.claimed' }>['data']['owed'];

/** What units named as not done in the claims that are being checked. */
function namedIn(history: readonly RecordedTaskEvent[]): Named {
  return standing(history).reduce<Named>((named, event) => {
    if (event.type === 'check.returned') return [];
    return event.type === 'lane.claimed' ? [...named, ...event.data.owed] : named;
  }, []);
}

function isUnnamed(named: Named): (open: OpenObligation) => boolean {
  return ({ lane, limitId, period }) =>
    !named.some(
      ({ obligation }) => obligation.lane === lane && obligation.limitId === limitId && obligation.period === period,
    );
}

/** The day on which the first of the claims that are being checked was recorded. */
function claimDay(history: readonly RecordedTaskEvent[]): string {
  const claims = new Map<string, string>();
  for (const event of standing(history)) {
    if (event.type === 'check.returned') claims.clear();
    if (event.type === 'lane.claimed') claims.set(event.data.lane, dayInShanghai(event.metadata.recordedAt));
  }
  return [...claims.values()].sort()[0] ?? '';
}

describe('any withdrawal', () => {
  it('gives back the state that would be if the step had never been, with the program’s own facts in between', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, after) => {
          const withdrawal = after.history.at(-1);
          if (withdrawal?.type !== 'task.withdrawn') return;
          const { commandId } = withdrawal.data;
          const without = after.history.filter(
            (event) => event !== withdrawal && event.metadata.commandId !== commandId,
          );
          expect(givenBack(after.state)).toEqual(givenBack(fold(without)));
        });
      }),
      RUNS,
    );
  });

  it('takes nobody out of those who took part', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (before, after) => {
          const [former, present] = [before.state?.participation, after.state?.participation];
          expect(present?.reported).toEqual(expect.arrayContaining([...(former?.reported ?? [])]));
          expect(present?.checked).toEqual(expect.arrayContaining([...(former?.checked ?? [])]));
        });
      }),
      RUNS,
    );
  });
});

describe('the children of any story', () => {
  it('end before their parent: no task ends that one of them goes on under', () => {
    let split = 0;
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, { state }) => {
          if (state && state.children.length > 0) split += 1;
          if (state && isEnded(state)) expect(state.children.filter(({ ended }) => ended === null)).toEqual([]);
        });
      }),
      RUNS,
    );
    expect(split).toBeGreaterThan(0);
  });
});

describe('the timers of any story', () => {
  it('fire once, and the plan names none that has fired', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, after) => {
          const fired = after.state?.fired ?? [];
          expect(new Set(fired).size).toBe(fired.length);
          const planned = plannedTimers(after).map(({ key }) => key);
          expect(new Set(planned).size).toBe(planned.length);
          expect(planned.filter((key) => fired.includes(key))).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('are the same wherever two states are said to ask for the same ones, as after most reports', () => {
    const { calendar } = circumstancesOf(PEOPLE.engine);
    const timers = (state: TaskState) => timersOfTask(TASK_ID, state, calendar, DEFAULT_POLICY);
    const story = taskIn('underway');
    expect(haveSameTimers(stateOf(story), stateOf(usually(story, 'task.report')))).toBe(true);
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, ({ state: before }, { state: after }) => {
          if (!before || !after || !haveSameTimers(before, after)) return;
          expect(timers(after)).toEqual(timers(before));
        });
      }),
      RUNS,
    );
  });

  it('are planned while the task runs, and every one planned would be taken on its day', () => {
    const { calendar } = circumstancesOf(PEOPLE.engine);
    fc.assert(
      fc.property(anyMoves, (moves) => {
        tell(moves, (_before, story) => {
          const planned = plannedTimers(story);
          if (!story.state || !isRunning(story.state)) expect(planned).toEqual([]);
          for (const timer of [...planned.slice(0, 1), ...planned.slice(-1)]) {
            const day = dayInShanghai(timer.fireAt);
            // What is made up for waits for a working day.
            const today = rollForward(day > story.today ? day : story.today, calendar);
            const outcome = story.when('task.fire-rung', rungInput(timer), { by: PEOPLE.engine, today });
            expect(outcome.result.kind).toBe('events');
          }
        });
      }),
      RUNS,
    );
  });
});

/** Where an act leads that leads back: before the suspension that it ends, or before the step that it takes back. */
function statusBack(before: TaskState | null, history: readonly RecordedTaskEvent[]): TaskStatus | undefined {
  if (before === null) return undefined;
  const { suspension, ...state } = before;
  return suspension ? statusOf(state) : fold(standing(history))?.status;
}
