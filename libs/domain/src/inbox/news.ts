import { type RecordedOf } from '../aggregates';
import { type RungKind } from '../ladder';
import { type Role } from '../shared/actor';
import {
  askingUnit,
  type AwaitedAnswer,
  awaitedAnswers,
  hasLeft,
  type Instruction,
  instructionNamed,
  isAnsweredBy,
  isEnded,
  isOfficeAsking,
  laneOf,
  lanesIn,
  type LaneState,
  type LateClock,
  leadLanes,
  type MoveKind,
  openChildren,
  owes,
  type Proposal,
  type RecordedTaskEvent,
  TASK_ACTS,
  type TaskState,
  termsOf,
  unitsMovedWith,
} from '../task';
import { type Audience, type EntryKind, type NewEntry } from './entry';

const SUPERVISION: readonly Audience[] = [{ role: 'supervision-clerk', unitId: null }];

/** What an event tells people, whoever holds the task. Reminders and urging wait until the unit gives a sign of life; the rest is news. */
export function newsOf(event: RecordedTaskEvent, before: TaskState | null, state: TaskState): readonly NewEntry[] {
  return [...newsOfEvent(event, before, state), ...recordedNews(event), ...lapsedNews(before, state)];
}

function newsOfEvent(event: RecordedTaskEvent, before: TaskState | null, state: TaskState): readonly NewEntry[] {
  switch (event.type) {
    case 'lane.reported':
      return [...troubleOf(event), ...ofSupport(event, state)];
    case 'proposal.made':
      return askedNews(event, state);
    case 'proposal.decided':
      return decisionNews(event, state);
    case 'child.ended':
      return openChildren(state).length > 0
        ? []
        : told('children-ended', whoeverLeads(state), { children: state.children.length });
    case 'task.closed':
      return told('closed', everybodyIn(state), event.data);
    case 'task.voided':
    case 'task.terminated':
      return told('ended', everybodyIn(state), { ...event.data, ended: state.ended });
    case 'limit.moved':
      return told('date-moved', toldOfMove(event, state), event.data);
    case 'limit.added':
      return addedNews(event, state);
    case 'limit.removed':
      return removedNews(event, before);
    case 'task.content-changed':
      return event.data.changes.indicators ? told('target-moved', everybodyIn(state), event.data) : [];
    case 'task.urged':
      return urging(event.data.lanes, event.data, true);
    case 'measure.taken':
      return told(
        'measure-taken',
        [...inUnits([event.data.unit], 'reporter', 'unit-head'), ...SUPERVISION],
        event.data,
      );
    case 'instruction.given':
      return told('instructed', SUPERVISION, event.data);
    case 'instruction.answered':
      return answerNews(event, state);
    case 'rung.fired':
      return rungNews(event);
    case 'task.suspended':
      return told('suspended', everybodyIn(state), event.data);
    case 'task.resumed':
      return told('resumed', [...everybodyIn(state), ...SUPERVISION], event.data);
    default:
      return [];
  }
}

/** Moves of days that a unit did not bring about itself, nor hear of with the step that made them. */
const OF_OFFICE: readonly MoveKind[] = ['set', 'correction'];

/**
 * Everybody hears of a move by the office. One that a unit asked for, or that a return brings, concerns the others that owe the same: the
 * unit itself hears of the decision, or of the return.
 */
function toldOfMove(
  { data: { kind, limitId, askedBy } }: Extract<RecordedTaskEvent, { type: 'limit.moved' }>,
  state: TaskState,
): readonly Audience[] {
  if (OF_OFFICE.includes(kind)) return everybodyIn(state);
  // A return tells the units that it goes to: these have just begun the newest climb.
  if (kind === 'return') return audienceOf(whoOwes(state, limitId).filter(({ climb }) => climb !== state.climbs));
  if (kind !== 'extension') return [];
  return audienceOf(whoOwes(state, limitId).filter(({ unitId }) => unitId !== askedBy?.unitId));
}

/** A limit that comes with a return is told with it. */
function addedNews(
  { data, metadata }: Extract<RecordedTaskEvent, { type: 'limit.added' }>,
  state: TaskState,
): readonly NewEntry[] {
  if (metadata.act === TASK_ACTS['task.return'].type) return [];
  return told('limit-added', audienceOf(whoOwes(state, data.limit.limitId)), data);
}

/** What is gone is told by the words that it had, to whoever owed it. */
function removedNews(
  { data }: Extract<RecordedTaskEvent, { type: 'limit.removed' }>,
  before: TaskState | null,
): readonly NewEntry[] {
  const limit = before?.limits.find(({ limitId }) => limitId === data.limitId);
  if (before === null || limit === undefined) return [];
  const { what } = limit;
  return told('limit-removed', audienceOf(whoOwes(before, data.limitId)), {
    ...data,
    limit: { what, ...termsOf(limit) },
  });
}

/** Those of them that owe a limit. */
function whoOwes(state: TaskState, limitId: string): readonly LaneState[] {
  const limit = state.limits.find((each) => each.limitId === limitId);
  return limit ? lanesIn(state).filter((lane) => owes(limit, lane)) : [];
}

function leadsIn(state: TaskState): readonly LaneState[] {
  return leadLanes({ lanes: lanesIn(state) });
}

/** The leads; the office where no unit leads the task (yet): a task that was hung is split before anybody has got it. */
function whoeverLeads(state: TaskState): readonly Audience[] {
  const leads = leadsIn(state);
  return leads.length === 0 ? SUPERVISION : audienceOf(leads);
}

function everybodyIn(state: TaskState): readonly Audience[] {
  return audienceOf(lanesIn(state));
}

function audienceOf(lanes: readonly LaneState[]): readonly Audience[] {
  return inUnits(
    lanes.map(({ unitId }) => unitId),
    'reporter',
    'unit-head',
  );
}

/** What the office records in a unit's name is told to the unit: whoever can act there had not heard of it, and could not object. */
function recordedNews(event: RecordedTaskEvent): readonly NewEntry[] {
  const said = wordOfUnit(event);
  if (said === null) return [];
  const data = { recorded: event.metadata.act, onBehalf: said.word };
  return told('recorded', inUnits([said.unitId], 'reporter', 'unit-head'), data);
}

/** The word of a unit that the office recorded with an event; null where a person acted in their own name. */
function wordOfUnit(event: RecordedTaskEvent): { readonly unitId: string; readonly word: object } | null {
  switch (event.type) {
    case 'lane.accepted':
    case 'lane.declined':
    case 'lane.reported':
    case 'lane.claimed':
    case 'instruction.answered':
      return event.data.onBehalf ? { unitId: event.data.lane, word: event.data.onBehalf } : null;
    case 'proposal.made':
      return event.data.onBehalf ? { unitId: event.data.onBehalf.unitId, word: event.data.onBehalf } : null;
    default:
      return null;
  }
}

type Reported = Extract<RecordedTaskEvent, { type: 'lane.reported' }>;

/** Problems and calls for help are told to the office. */
function troubleOf({ data }: Reported): readonly NewEntry[] {
  const { problems, helpNeeded } = data.texts;
  return problems === '' && helpNeeded === '' ? [] : told('reported', SUPERVISION, data);
}

/** A supporting unit reports to the leads; to the office while that looks for one. */
function ofSupport({ data }: Reported, state: TaskState): readonly NewEntry[] {
  if (laneOf(state, data.lane)?.role !== 'support') return [];
  const leads = leadsIn(state).map(({ unitId }) => unitId);
  return told('support-reported', leads.length === 0 ? SUPERVISION : inUnits(leads, 'reporter'), data);
}

/** What an event of a ledger tells people: a document has been read into tasks. */
export function newsOfLedger(event: RecordedOf<'ledger'>): readonly NewEntry[] {
  return event.type === 'ledger.import-completed' ? told('imported', SUPERVISION, event.data) : [];
}

type Made = Extract<RecordedTaskEvent, { type: 'proposal.made' }>;

/** More time that a unit asks for of a limit that others owe too: its day would move for them. */
function askedNews({ data }: Made, state: TaskState): readonly NewEntry[] {
  const proposal = state.proposals.find(({ proposalId }) => proposalId === data.proposalId);
  return proposal
    ? toldWith(state, proposal, 'extension-asked', { act: data.act, wanted: data.data, grounds: data.grounds })
    : [];
}

/** Told to the units whose day an extension would move beside that of the one that asked. */
function toldWith(state: TaskState, proposal: Proposal, kind: EntryKind, data: object): readonly NewEntry[] {
  const others = unitsMovedWith(state, proposal);
  const about = { lane: askingUnit(proposal), limitId: proposal.proposalId };
  return told(kind, inUnits(others, 'reporter', 'unit-head'), data).map((each) => ({ ...each, about }));
}

/** Whoever asked is told what became of it; taking it back was its own doing. Those whose day it would have moved hear of that too; of an approval they hear by the move. */
function decisionNews(
  { data }: Extract<RecordedTaskEvent, { type: 'proposal.decided' }>,
  state: TaskState,
): readonly NewEntry[] {
  const proposal = state.proposals.find(({ proposalId }) => proposalId === data.proposalId);
  if (!proposal) return [];
  const { act, data: wanted } = proposal;
  const words = { ...data, act, wanted };
  const others = data.result === 'approved' ? [] : toldWith(state, proposal, 'decided', words);
  if (data.result === 'taken-back') return others;
  const unitId = isOfficeAsking(proposal) ? null : askingUnit(proposal);
  const ofUnit = unitId === null ? [] : inUnits([unitId], 'reporter', 'unit-head');
  // A unit that asked through the office hears of it from the office.
  const audience = unitId === null || proposal.onBehalf ? [...ofUnit, ...SUPERVISION] : ofUnit;
  return [...told('decided', audience, words), ...others];
}

/** Whoever gave an instruction reads what a unit answered. */
function answerNews(
  { data }: Extract<RecordedTaskEvent, { type: 'instruction.answered' }>,
  state: TaskState,
): readonly NewEntry[] {
  const given = instructionNamed(state, data.instructionId);
  const about = { lane: data.lane, limitId: data.instructionId };
  return given === null
    ? []
    : toldGiver('instruction-answered', given, { ...data, asked: given.text }).map((each) => ({ ...each, about }));
}

/**
 * An instruction lapses that a unit has not answered: with the unit, when that leaves the task, for the one in its place was asked nothing; and
 * with the task, when that ends. Whoever gave it hears of it, and at the end the unit too: it had died in silence.
 */
function lapsedNews(before: TaskState | null, state: TaskState): readonly NewEntry[] {
  if (before === null || before.instructions.length === 0) return [];
  const ended = isEnded(state) && !isEnded(before);
  if (!ended && (isEnded(state) || before.lanes === state.lanes)) return [];
  const isLapsed = ({ instruction: { instructionId }, lane }: AwaitedAnswer) => {
    const now = instructionNamed(state, instructionId);
    return now !== null && !isAnsweredBy(now, lane) && (ended || hasLeft(state, lane));
  };
  return awaitedAnswers(before)
    .filter(isLapsed)
    .flatMap(({ instruction, lane }) => {
      const { instructionId, text } = instruction;
      const about = { lane, limitId: instructionId };
      const data = { instructionId, lane, text, ended: ended ? state.ended : null };
      const ofUnit = ended ? inUnits([lane], 'reporter', 'unit-head') : [];
      const made = [...toldGiver('instruction-lapsed', instruction, data), ...told('instruction-lapsed', ofUnit, data)];
      return made.map((each) => ({ ...each, about }));
    });
}

/** Told to the leader who gave an instruction, and not to the others of the unit; to the office where it recorded the leader's word. */
function toldGiver(kind: EntryKind, { by, onBehalf }: Instruction, data: object): readonly NewEntry[] {
  if (onBehalf) return told(kind, SUPERVISION, data);
  const { accountId: onlyFor, unitId } = by;
  return told(kind, [{ role: 'leader', unitId }], data).map((each) => ({ ...each, onlyFor }));
}

type Fired = Extract<RecordedTaskEvent, { type: 'rung.fired' }>;

/** How an entry names a limit, or a period of it. */
export function limitPart({ limitId, period }: { readonly limitId: string; readonly period: string | null }): string {
  return period === null ? limitId : `${limitId}/${period}`;
}

/** How an entry names a turn: the next one of its kind is another, and two decisions wait side by side. */
export function turnPart({ kind, number }: { readonly kind: string; readonly number: number }): string {
  return `${kind}/${number}`;
}

/** How an entry names what somebody is late with: the unit (null: none) and the limit or the turn. */
export function clockPart({ obligation, holder, unit, climb }: Omit<LateClock, 'due'>): {
  readonly lane: string | null;
  readonly limitId: string;
} {
  if (obligation) return { lane: obligation.lane, limitId: limitPart(obligation) };
  // A report of the unit is no answer to an instruction: what was said of that is about no part of its work.
  return {
    lane: holder === 'answer' ? null : (unit ?? null),
    limitId: turnPart({ kind: holder ?? '', number: climb }),
  };
}

/** Whoever the record says was told of a clock. */
function rungNews({ data }: Fired): readonly NewEntry[] {
  const { obligation, holder, rung, due } = data;
  const about = { ...clockPart(data), due };
  // What is proposed waits for the leader by itself; where nobody is one, the office is told.
  const told = rung.kind === 'propose' ? data.told.filter(({ role }) => role !== 'leader') : data.told;
  return told.map(({ role, unitId, relation, people }) => ({
    kind: entryKindOf(relation, rung.kind),
    audience: { role, unitId },
    // Who gave the instruction is told, and not the other leaders of that unit, who may not even open the task.
    ...(holder === 'answer' && role === 'leader' && unitId !== data.unit && people[0]
      ? { onlyFor: people[0].accountId }
      : {}),
    // A copy is news. Whoever has the task in the inbox already needs no second entry that waits.
    waits:
      rung.kind !== 'notice' &&
      (relation === 'above' || (relation === 'own' && (obligation !== null || WITHOUT_ENTRY.includes(holder)))),
    byHand: false,
    about,
    data,
  }));
}

/** A delay that is brought to somebody, what is urged with its copies, and a reminder. */
function entryKindOf(relation: Fired['data']['told'][number]['relation'], kind: RungKind): EntryKind {
  if (kind === 'notice') return 'notice';
  if (relation === 'above') return 'escalate';
  if (kind !== 'urge') return 'remind';
  return relation === 'copy' ? 'urge-copy' : 'urge';
}

/** Holders who have the task in no inbox while they hold it. */
const WITHOUT_ENTRY: readonly (string | null)[] = ['assign', 'review'];

/** 催办: the handlers are to answer, head and leader know. */
function urging(lanes: readonly string[], data: object, byHand: boolean): readonly NewEntry[] {
  const copies = news('urge-copy', inUnits(lanes, 'unit-head', 'leader'), data, byHand);
  return [...waiting('urge', inUnits(lanes, 'reporter'), data, byHand), ...copies];
}

function waiting(kind: EntryKind, audiences: readonly Audience[], data: object, byHand: boolean): NewEntry[] {
  return audiences.map((audience) => ({ kind, audience, waits: true, byHand, data }));
}

function news(kind: EntryKind, audiences: readonly Audience[], data: object, byHand: boolean): NewEntry[] {
  return audiences.map((audience) => ({ kind, audience, waits: false, byHand, data }));
}

function told(kind: EntryKind, audiences: readonly Audience[], data: object): NewEntry[] {
  return news(kind, audiences, data, false);
}

function inUnits(unitIds: readonly string[], ...roles: readonly Role[]): Audience[] {
  return unitIds.flatMap((unitId) => roles.map((role) => ({ role, unitId })));
}
