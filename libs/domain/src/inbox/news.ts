import { type RecordedOf } from '../aggregates';
import { type RungKind } from '../ladder';
import { type Role } from '../shared/actor';
import { laneOf, leadUnitsOf, type Obligation, type RecordedTaskEvent, supportUnitsOf, type TaskState } from '../task';
import { type Audience, type EntryKind, type NewEntry } from './entry';

const SUPERVISION: readonly Audience[] = [{ role: 'supervision-clerk', unitId: null }];

/** What an event tells people, whoever holds the task. Reminders and urging wait until the unit gives a sign of life; the rest is news. */
export function newsOf(event: RecordedTaskEvent, state: TaskState): readonly NewEntry[] {
  switch (event.type) {
    case 'lane.reported':
      return [...troubleOf(event), ...ofSupport(event, state)];
    case 'proposal.decided':
      return decisionNews(event, state);
    case 'task.closed':
      return told('closed', everybodyIn(state), event.data);
    case 'task.urged':
      return urging(event.data.lanes, event.data, true);
    case 'rung.fired':
      return event.data.obligation === null ? clockNews(event, state) : rungNews(event.data.obligation, event, state);
    case 'task.suspended':
      return told('suspended', everybodyIn(state), event.data);
    case 'task.resumed':
      return told('resumed', [...everybodyIn(state), ...SUPERVISION], event.data);
    default:
      return [];
  }
}

function everybodyIn(state: TaskState): readonly Audience[] {
  return inUnits([...leadUnitsOf(state), ...supportUnitsOf(state)], 'reporter', 'unit-head');
}

type Reported = Extract<RecordedTaskEvent, { type: 'lane.reported' }>;

/** Problems and calls for help are told to the office. */
function troubleOf({ data }: Reported): readonly NewEntry[] {
  const { problems, helpNeeded } = data.texts;
  return problems === '' && helpNeeded === '' ? [] : told('reported', SUPERVISION, data);
}

/** A supporting unit reports to the leads. */
function ofSupport({ data }: Reported, state: TaskState): readonly NewEntry[] {
  if (laneOf(state, data.lane)?.role !== 'support') return [];
  return told('support-reported', inUnits(leadUnitsOf(state), 'reporter'), data);
}

/** What an event of a ledger tells people: a document has been read into tasks. */
export function newsOfLedger(event: RecordedOf<'ledger'>): readonly NewEntry[] {
  return event.type === 'ledger.import-completed' ? told('imported', SUPERVISION, event.data) : [];
}

/** Whoever asked is told what became of it; taking it back was its own doing. */
function decisionNews(
  { data }: Extract<RecordedTaskEvent, { type: 'proposal.decided' }>,
  { proposals }: TaskState,
): readonly NewEntry[] {
  const proposal = proposals.find(({ proposalId }) => proposalId === data.proposalId);
  if (!proposal || data.result === 'taken-back') return [];
  const { act, by, data: wanted } = proposal;
  const audience =
    by.unitId !== null && by.role !== 'supervision-clerk' ? inUnits([by.unitId], 'reporter', 'unit-head') : SUPERVISION;
  return told('decided', audience, { ...data, act, wanted });
}

type Fired = Extract<RecordedTaskEvent, { type: 'rung.fired' }>;

/** What units owe. */
function rungNews({ lane, limitId }: Obligation, fired: Fired, state: TaskState): readonly NewEntry[] {
  return rungEntries(lane, fired, state).map((entry) => ({ ...entry, about: { lane, limitId } }));
}

function rungEntries(lane: string, { data }: Fired, state: TaskState): readonly NewEntry[] {
  const lanes = [lane];
  if (data.rung.kind === 'urge' && laneOf(state, lane)?.role === 'support') return urgingOfSupport(lane, state, data);
  switch (data.rung.kind) {
    case 'remind':
    case 'due':
      return waiting('remind', inUnits(lanes, 'reporter'), data, false);
    case 'urge':
      return urging(lanes, data, false);
    case 'escalate':
      return waiting('escalate', SUPERVISION, data, false);
    case 'propose':
      return [];
  }
}

/** Who is above the office, the verifiers and the closers. */
const LEADERS: readonly Audience[] = [{ role: 'leader', unitId: null }];

/** The clock of a holder: it is told itself, and when it stays late those above it. */
function clockNews({ data }: Fired, state: TaskState): readonly NewEntry[] {
  const { holder, unit = null, rung } = data;
  const about = { lane: unit, limitId: holder ?? '' };
  return clockEntries(holder, unit, rung.kind, state).map((entry) => ({ ...entry, data, about }));
}

function clockEntries(
  holder: string | null,
  unit: string | null,
  kind: RungKind,
  state: TaskState,
): readonly Omit<NewEntry, 'data'>[] {
  const own = audienceOf(holder, unit);
  // Whoever has the task in the inbox already needs no second entry that waits.
  const tell = holder === 'assign' || holder === 'review' ? waiting : news;
  switch (kind) {
    case 'remind':
    case 'due':
      return tell('remind', own, {}, false);
    case 'urge':
      return [...tell('urge', own, {}, false), ...told('urge-copy', aboveOf(unit, state), {})];
    case 'escalate':
      return waiting('escalate', unit === null ? LEADERS : SUPERVISION, {}, false);
    case 'propose':
      return [];
  }
}

function audienceOf(holder: string | null, unit: string | null): readonly Audience[] {
  if (unit !== null) return inUnits([unit], 'reporter', 'unit-head');
  if (holder === 'check') return [{ role: 'verifier', unitId: null }];
  return holder === 'close' ? [{ role: 'closer', unitId: null }] : SUPERVISION;
}

/** A lead's leader knows that it has not answered; of a supporting unit its leads. */
function aboveOf(unit: string | null, state: TaskState): readonly Audience[] {
  if (unit === null) return [];
  return laneOf(state, unit)?.role === 'support' ? inUnits(leadUnitsOf(state), 'reporter') : inUnits([unit], 'leader');
}

/** 催办: the handlers are to answer, head and leader know. */
function urging(lanes: readonly string[], data: object, byHand: boolean): readonly NewEntry[] {
  const copies = news('urge-copy', inUnits(lanes, 'unit-head', 'leader'), data, byHand);
  return [...waiting('urge', inUnits(lanes, 'reporter'), data, byHand), ...copies];
}

/** A supporting unit that is late is shown to its lead, and to nobody above. */
function urgingOfSupport(lane: string, state: TaskState, data: object): readonly NewEntry[] {
  const leads = inUnits(leadUnitsOf(state), 'reporter');
  return [...waiting('urge', inUnits([lane], 'reporter'), data, false), ...told('urge-copy', leads, data)];
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
