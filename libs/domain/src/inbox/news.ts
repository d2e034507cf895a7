import { type RecordedOf } from '../aggregates';
import { type Role } from '../shared/actor';
import { laneOf, leadUnitsOf, type Obligation, type RecordedTaskEvent, supportUnitsOf, type TaskState } from '../task';
import { type Audience, type EntryKind, type NewEntry } from './entry';

const SUPERVISION: readonly Audience[] = [{ role: 'supervision-clerk', unitId: null }];

/** What an event tells people, whoever holds the task. Reminders and urging wait until the unit gives a sign of life; the rest is news. */
export function newsOf(event: RecordedTaskEvent, state: TaskState): readonly NewEntry[] {
  switch (event.type) {
    case 'lane.reported':
      return [...troubleOf(event), ...ofSupport(event, state)];
    case 'task.closed':
      return told('closed', everybodyIn(state), event.data);
    case 'task.urged':
      return urging(event.data.lanes, event.data, true);
    case 'rung.fired':
      return rungNews(event, state).map((entry) => about(entry, event.data.obligation));
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

function about(entry: NewEntry, obligation: Obligation | null): NewEntry {
  return obligation === null ? entry : { ...entry, about: { lane: obligation.lane, limitId: obligation.limitId } };
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

function rungNews({ data }: Extract<RecordedTaskEvent, { type: 'rung.fired' }>, state: TaskState): readonly NewEntry[] {
  if (data.obligation === null) return [];
  const { lane } = data.obligation;
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

/** 催办: the handlers are to answer, head and leader know. */
function urging(lanes: readonly string[], data: object, byHand: boolean): readonly NewEntry[] {
  const copies = inUnits(lanes, 'unit-head', 'leader').map((audience): NewEntry => ({
    kind: 'urge-copy',
    audience,
    waits: false,
    byHand,
    data,
  }));
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

function told(kind: EntryKind, audiences: readonly Audience[], data: object): NewEntry[] {
  return audiences.map((audience) => ({ kind, audience, waits: false, byHand: false, data }));
}

function inUnits(unitIds: readonly string[], ...roles: readonly Role[]): Audience[] {
  return unitIds.flatMap((unitId) => roles.map((role) => ({ role, unitId })));
}
