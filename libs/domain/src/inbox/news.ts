import { type RecordedOf } from '../aggregates';
import { type RungKind } from '../ladder';
import { type Role } from '../shared/actor';
import {
  laneOf,
  leadUnitsOf,
  type MoveKind,
  openChildren,
  type RecordedTaskEvent,
  supportUnitsOf,
  type TaskState,
} from '../task';
import { type Audience, type EntryKind, type NewEntry } from './entry';

const SUPERVISION: readonly Audience[] = [{ role: 'supervision-clerk', unitId: null }];

/** What an event tells people, whoever holds the task. Reminders and urging wait until the unit gives a sign of life; the rest is news. */
export function newsOf(event: RecordedTaskEvent, state: TaskState): readonly NewEntry[] {
  switch (event.type) {
    case 'lane.reported':
      return [...troubleOf(event), ...ofSupport(event, state)];
    case 'proposal.decided':
      return decisionNews(event, state);
    case 'child.ended':
      return openChildren(state).length > 0
        ? []
        : told('children-ended', inUnits(leadUnitsOf(state), 'reporter', 'unit-head'), {
            children: state.children.length,
          });
    case 'task.closed':
      return told('closed', everybodyIn(state), event.data);
    case 'task.voided':
    case 'task.terminated':
      return told('ended', everybodyAssigned(state), { ...event.data, ended: state.ended });
    case 'limit.moved':
      return OF_OFFICE.includes(event.data.kind) ? told('date-moved', everybodyAssigned(state), event.data) : [];
    case 'task.content-changed':
      return event.data.changes.indicators ? told('target-moved', everybodyAssigned(state), event.data) : [];
    case 'task.urged':
      return urging(event.data.lanes, event.data, true);
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

/** Nobody is told of a task that has not reached them yet. */
function everybodyAssigned(state: TaskState): readonly Audience[] {
  return state.lanes.length === 0 ? [] : everybodyIn(state);
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

/** How an entry names a limit, or a period of it. */
export function limitPart({ limitId, period }: { readonly limitId: string; readonly period: string | null }): string {
  return period === null ? limitId : `${limitId}/${period}`;
}

/** How an entry names a turn: the next one of its kind is another, and two decisions wait side by side. */
export function turnPart({ kind, number }: { readonly kind: string; readonly number: number }): string {
  return `${kind}/${number}`;
}

/** Whoever the record says was told of a clock. */
function rungNews({ data }: Fired): readonly NewEntry[] {
  const { obligation, holder, unit = null, rung, due, climb } = data;
  const about = obligation
    ? { lane: obligation.lane, limitId: limitPart(obligation), due }
    : { lane: unit, limitId: turnPart({ kind: holder ?? '', number: climb }), due };
  return data.told.map(({ role, unitId, relation }) => ({
    kind: entryKindOf(relation, rung.kind),
    audience: { role, unitId },
    // A copy is news. Whoever has the task in the inbox already needs no second entry that waits.
    waits: relation === 'above' || (relation === 'own' && (obligation !== null || WITHOUT_ENTRY.includes(holder))),
    byHand: false,
    about,
    data,
  }));
}

/** A delay that is brought to somebody, what is urged with its copies, and a reminder. */
function entryKindOf(relation: Fired['data']['told'][number]['relation'], kind: RungKind): EntryKind {
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
