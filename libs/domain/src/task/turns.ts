import { type Day, dayInShanghai } from '../calendar';
import { comingPeriod, isDone, openOfLimit, owes } from './obligations';
import { awaitedAnswers } from './instructions';
import { leadLanes, workingLeads } from './lanes';
import { openProposals } from './proposals';
import { ANSWERING, isRunning, isSuspended } from './status';
import { type LaneState, type LimitState, type Span, type TaskState, type Turn, type TurnKind } from './task.state';

type Waiting = Pick<Turn, 'kind' | 'lane' | 'proposalId' | 'instructionId' | 'from'>;

/**
 * Whom a task waits for. Each lead lane is in one hand at a time, so that each of its days is charged once: its unit's, the office's
 * while another unit is to be found, or, once every lead has asked for closure, that of who checks and closes. A lead that waits for the
 * other leads is in nobody's.
 */
export function turnsOf(state: TaskState): readonly Waiting[] {
  const { status } = state;
  // Whoever decides what was asked for goes on: to void a suspended task, say.
  if (isSuspended(state)) return [{ kind: 'suspended', lane: null }, ...decisions(state)];
  // An assignment that is taken back leaves what its units had asked for.
  if (status === 'hung') return [{ kind: 'assign', lane: null }, ...decisions(state)];
  if (!ANSWERING.includes(status)) return [];
  // Put together one by one: every event asks for them, and most find one turn that goes on.
  const turns: Waiting[] = [];
  for (const lane of state.lanes) {
    const turn = turnOf(state, lane);
    if (turn !== null) turns.push(turn);
  }
  const declined = isRunning(state) ? declinedUnits(state) : '';
  if (declined !== '') turns.push({ kind: 'reassign', lane: null, from: declined });
  if (status === 'closure-requested') turns.push({ kind: 'check', lane: null });
  if (status === 'verified') turns.push({ kind: 'close', lane: null });
  turns.push(...decisions(state), ...answers(state));
  if (isLeftAlone(state)) turns.push({ kind: 'review', lane: null, from: lastLook(state) });
  return turns;
}

/** The units for which the office is to find others. One more that declines is another turn: the clock of the first had run out already. */
function declinedUnits({ lanes }: TaskState): string {
  const units = lanes.flatMap(({ unitId, answer }) => (answer === 'declined' ? [unitId] : []));
  return units.sort().join(' ');
}

/** Each proposal waits for somebody of its own. */
function decisions(state: TaskState): readonly Waiting[] {
  return openProposals(state).map(({ proposalId }) => ({ kind: 'decide', lane: null, proposalId }));
}

/** Each unit answers each instruction for itself. */
function answers(state: TaskState): readonly Waiting[] {
  return awaitedAnswers(state).map(({ instruction: { instructionId }, lane }) => ({
    kind: 'answer',
    lane,
    instructionId,
  }));
}

/** A turn that counts from another moment is another turn: a unit to which the task is returned answers anew. */
function turnOf(state: TaskState, { unitId, role, answer, claim, since }: LaneState): Waiting | null {
  if (answer === 'waiting') return { kind: 'reply', lane: unitId, from: since };
  const works = role === 'lead' && answer === 'accepted' && claim === null && isRunning(state);
  return works ? { kind: 'work', lane: unitId } : null;
}

/**
 * The last word of the units on a task, or the last look of the office at it: its assignment to one of the leads, also one that has
 * declined since, urging by hand, or a correction.
 */
function lastLook(state: TaskState): string {
  const moments = [...leadLanes(state).map(({ since }) => since), state.lastReportedAt, state.lookedAt];
  return moments.flatMap((moment) => moment ?? []).reduce((last, each) => (each > last ? each : last), '');
}

/** True where nothing that a unit has in hand has a date, so that no limit would ever bring the task to mind. */
function isLeftAlone(state: TaskState): boolean {
  if (!isRunning(state) || workingLeads(state).length === 0) return false;
  // Dated limits first: most tasks have one, and it is found at once.
  return !isOwed(state, isDatedAndOpen) && !isOwed(state, hasPeriods);
}

/** True where a lead owes, of what it has in hand, a limit of some kind. What a supporting unit owes brings the task to nobody's mind above. */
function isOwed(
  state: TaskState,
  isOfKind: (state: TaskState, limit: LimitState, lane: LaneState) => boolean,
): boolean {
  return workingLeads(state).some((lane) =>
    state.limits.some((limit) => owes(limit, lane) && isOfKind(state, limit, lane)),
  );
}

function isDatedAndOpen(_state: TaskState, limit: LimitState, lane: LaneState): boolean {
  return limit.recurrence === null && limit.due !== null && !isDone(limit, lane.unitId, null);
}

/** True where the lane owes a period of a recurring limit, or one is still to come. */
function hasPeriods(state: TaskState, limit: LimitState, lane: LaneState): boolean {
  if (limit.recurrence === null) return false;
  const known = dayInShanghai(state.recordedAt);
  // The next period is found at once; those that are owed may be many.
  return comingPeriod(state, limit, lane, known) !== null || openOfLimit(state, limit, [lane], known).length > 0;
}

/** What a state tells of turns. */
export type Turns = Pick<TaskState, 'turns' | 'turnsBegun' | 'spans'>;

/** The turns after an event: those that go on, those that it began, and those that it ended. */
export function passedOn(before: Turns | null, state: TaskState, at: string): Turns {
  const { turns, turnsBegun, spans } = before ?? NOBODYS;
  const next = turnsOf(state);
  if (next.length === turns.length && next.every((turn, index) => isSameTurn(turn, turns[index]))) {
    return { turns, turnsBegun, spans };
  }
  const begun = next.filter((turn) => !turns.some((each) => isSameTurn(each, turn)));
  const ended = turns.filter((turn) => !next.some((each) => isSameTurn(each, turn)));
  return {
    turns: next.map(
      (turn) =>
        turns.find((each) => isSameTurn(each, turn)) ?? {
          ...turn,
          since: at,
          number: turnsBegun + begun.indexOf(turn) + 1,
        },
    ),
    turnsBegun: turnsBegun + begun.length,
    spans: [...spans, ...ended.flatMap((turn) => spanOf(turn, dayInShanghai(at)))],
  };
}

const NOBODYS: Turns = { turns: [], turnsBegun: 0, spans: [] };

/** A review, a decision and an answer run beside the turns of the units, whose days these are. */
export const BESIDE: readonly TurnKind[] = ['review', 'decide', 'answer'];

function spanOf({ kind, lane, since }: Turn, to: Day): readonly Span[] {
  const from = dayInShanghai(since);
  return BESIDE.includes(kind) || from === to ? [] : [{ kind, lane, from, to }];
}

/** True for one turn that goes on: of the same kind and lane, about the same thing, counted from the same moment. */
export function isSameTurn(turn: Waiting, other: Waiting | undefined): boolean {
  return (
    turn.kind === other?.kind &&
    turn.lane === other.lane &&
    turn.proposalId === other.proposalId &&
    turn.instructionId === other.instructionId &&
    turn.from === other.from
  );
}
