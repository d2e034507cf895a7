import { dayInShanghai } from '../calendar';
import { type Recorded } from '../shared/event';
import { LIFECYCLE, type TaskStatus } from './lifecycle';
import { type TaskEvent } from './task.events';
import { type Limit, type TaskChanges } from './task.parts';
import { type IndicatorState, type LimitState, type TaskState } from './task.state';

type TaskEventOf<Type extends TaskEvent['type']> = Recorded<Extract<TaskEvent, { type: Type }>>;

/** How one event changes a task. `null` is the task that is not there yet. */
export function evolveTask(state: TaskState | null, event: Recorded<TaskEvent>): TaskState | null {
  if (event.type === 'task.drafted') return drafted(event);
  if (state === null) return null;
  switch (event.type) {
    case 'task.draft-corrected':
    case 'task.corrected':
      return content(changed(state, event.data.changes, event), event);
    case 'task.confirmed': {
      const { leadUnitIds, supportUnitIds, limits } = event.data;
      return content({ ...state, leadUnitIds, supportUnitIds, limitsConfirmed: limits }, event);
    }
    case 'task.hung':
      return step(state, event, 'task.hang', { taskNumber: event.data.taskNumber });
    case 'task.assigned':
      return step(state, event, 'task.assign', assigned(state, event));
    case 'task.accepted':
      return step(state, event, 'task.accept', {});
    case 'task.declined':
      return step(state, event, 'task.decline', { assignment: null });
    case 'task.reported':
      return step(state, event, event.data.onBehalf ? 'task.report-on-behalf' : 'task.report', reported(state, event));
    case 'task.closure-requested':
      return step(state, event, 'task.request-closure', {
        limits: state.limits.map((limit) =>
          event.data.limitsClaimed.includes(limit.limitId)
            ? { ...limit, done: { on: event.data.occurredOn, claimedByRequest: true } }
            : limit,
        ),
        reporters: withAccount(state.reporters, event),
      });
    case 'task.verified':
      return step(state, event, 'task.verify', {
        limits: state.limits.map((limit) => ({ ...limit, verifiedOn: limit.done ? event.data.occurredOn : null })),
        verifiers: withAccount(state.verifiers, event),
      });
    case 'task.returned':
      return step(state, event, 'task.return', {
        cycle: state.cycle + 1,
        limits: state.limits.map((limit) => returnedLimit(limit, event)),
        verifiers: withAccount(state.verifiers, event),
      });
    case 'task.closed': {
      const { closingNumber, outcome, occurredOn } = event.data;
      return step(state, event, 'task.close', { closing: { closingNumber, outcome, on: occurredOn } });
    }
    case 'task.voided':
      return step(state, event, 'task.void', {});
    case 'task.terminated':
      return step(state, event, 'task.terminate', {});
    case 'task.withdrawn':
      return withdrawn(state, event);
    case 'task.reminded':
    case 'task.urged':
    case 'task.escalated':
      return underneath(state, (each) => ({ ...each, firedTimers: [...each.firedTimers, event.data.timerId] }));
    case 'task.urged-by-office': {
      const lastUrgedOn = dayInShanghai(event.metadata.recordedAt);
      return underneath(state, (each) => ({ ...each, lastUrgedOn }));
    }
    case 'task.period-opened':
      return underneath(state, (each) => ({
        ...each,
        limits: each.limits.map((limit) => (limit.limitId === event.data.limitId ? opened(limit, event) : limit)),
      }));
  }
}

/** Written out in full, as a limit is: adding to a spread costs fifty times as much, and every rebuild folds every draft. */
function drafted({ data, metadata, revision }: TaskEventOf<'task.drafted'>): TaskState {
  return {
    title: data.title,
    body: data.body,
    leadUnitNames: data.leadUnitNames,
    supportUnitNames: data.supportUnitNames,
    limits: data.limits.map((limit) => newLimit(limit, metadata.recordedAt)),
    indicators: data.indicators.map((indicator) => ({ ...indicator, reading: null })),
    source: data.source,
    ledgerId: data.ledgerId,
    importId: data.importId,
    serial: data.serial,
    status: 'draft',
    taskNumber: null,
    leadUnitIds: [],
    supportUnitIds: [],
    limitIds: data.limits.map(({ limitId }) => limitId),
    limitsConfirmed: null,
    assignment: null,
    percent: null,
    lastReport: null,
    reportCount: 0,
    reporters: [],
    verifiers: [],
    closing: null,
    lastUrgedOn: null,
    lastStepOn: null,
    cycle: 0,
    firedTimers: [],
    undo: null,
    contentRevision: revision,
    stepRevision: revision,
  };
}

function newLimit({ limitId, sourceText, what, due, recurrence, dueOn, span }: Limit, since: string): LimitState {
  return {
    limitId,
    sourceText,
    what,
    due,
    recurrence,
    dueOn,
    span,
    chain: due === null ? [] : [{ due, since, reason: '' }],
    openPeriods: [],
    lastPeriod: null,
    done: null,
    verifiedOn: null,
    armedAt: null,
  };
}

/** A lifecycle step: status by the table, the stated day, and the way back where the table gives one. */
function step(
  state: TaskState,
  event: Recorded<TaskEvent>,
  act: keyof typeof LIFECYCLE,
  changes: Partial<TaskState>,
): TaskState {
  const line = LIFECYCLE[act];
  const status: TaskStatus = line.to ?? state.status;
  const lastStepOn = 'occurredOn' in event.data ? event.data.occurredOn : state.lastStepOn;
  const undo = line.withdrawable
    ? { eventId: event.eventId, step: act, accountId: event.metadata.actor.accountId, before: { ...state, undo: null } }
    : null;
  return { ...state, ...changes, status, lastStepOn, undo, stepRevision: event.revision };
}

function content(state: TaskState, event: Recorded<TaskEvent>): TaskState {
  return { ...state, undo: null, contentRevision: event.revision };
}

function changed(state: TaskState, changes: TaskChanges, event: Recorded<TaskEvent>): TaskState {
  const reason = event.type === 'task.corrected' ? event.data.reason : '';
  const since = event.metadata.recordedAt;
  const removed = new Set(changes.removedLimits);
  const kept = state.limits
    .filter((limit) => !removed.has(limit.limitId))
    .map((limit) => changedLimit(limit, changes, { since, reason }, state.assignment !== null));
  const added = (changes.addedLimits ?? []).map((limit) => ({
    ...newLimit(limit, since),
    armedAt: state.assignment ? since : null,
  }));
  const leadUnitIds = changes.leadUnitIds ?? state.leadUnitIds;
  const supportUnitIds = changes.supportUnitIds ?? state.supportUnitIds;
  return {
    ...state,
    title: changes.title ?? state.title,
    body: changes.body ?? state.body,
    leadUnitIds,
    supportUnitIds,
    limits: [...kept, ...added],
    limitIds: [...state.limitIds, ...added.map(({ limitId }) => limitId)],
    indicators: (changes.indicators ?? state.indicators).map((indicator) => withReading(state, indicator)),
    assignment: state.assignment && { ...state.assignment, leadUnitIds, supportUnitIds },
  };
}

function withReading(state: TaskState, indicator: IndicatorState | Omit<IndicatorState, 'reading'>): IndicatorState {
  const known = state.indicators.find((each) => each.indicatorId === indicator.indicatorId);
  return { ...indicator, reading: known?.reading ?? null };
}

function changedLimit(
  limit: LimitState,
  changes: TaskChanges,
  move: { since: string; reason: string },
  running: boolean,
): LimitState {
  const change = changes.changedLimits?.find((each) => each.limitId === limit.limitId);
  if (!change) return limit;
  const due = change.due === undefined ? limit.due : change.due;
  const moved = due !== limit.due && due !== null;
  const recurrence = change.recurrence === undefined ? limit.recurrence : change.recurrence;
  const dueOn = recurrence === limit.recurrence && change.dueOn === undefined ? limit.dueOn : (change.dueOn ?? null);
  const anotherRhythm = recurrence !== limit.recurrence || !sameDay(dueOn, limit.dueOn);
  return {
    ...limit,
    what: change.what ?? limit.what,
    due,
    recurrence,
    dueOn,
    chain: moved ? [...limit.chain, { due, ...move }] : limit.chain,
    armedAt: (moved || anotherRhythm) && running ? move.since : limit.armedAt,
    // Periods of another rhythm mean nothing in the new one: it begins afresh.
    openPeriods: anotherRhythm ? [] : limit.openPeriods,
    lastPeriod: anotherRhythm ? null : limit.lastPeriod,
  };
}

function assigned(state: TaskState, event: TaskEventOf<'task.assigned'>): Partial<TaskState> {
  const { leadUnitIds, supportUnitIds, requirements, replyBy, calendarVersion, ladderVersion } = event.data;
  return {
    cycle: state.cycle + 1,
    assignment: { leadUnitIds, supportUnitIds, requirements, replyBy, calendarVersion, ladderVersion },
    limits: state.limits.map((limit) => armed(limit, event.metadata.recordedAt)),
  };
}

function sameDay(one: Limit['dueOn'], other: Limit['dueOn']): boolean {
  return one?.month === other?.month && one?.day === other?.day;
}

/** Its timers count from now on, also those of the periods that were owed before. */
function armed(limit: LimitState, armedAt: string): LimitState {
  return { ...limit, armedAt, openPeriods: limit.openPeriods.map((period) => ({ ...period, armedAt })) };
}

function reported(state: TaskState, event: TaskEventOf<'task.reported'>): Partial<TaskState> {
  const { data } = event;
  return {
    percent: data.percent ?? state.percent,
    lastReport: { occurredOn: data.occurredOn, progress: data.progress, problems: data.problems },
    reportCount: state.reportCount + 1,
    reporters: withAccount(state.reporters, event),
    limits: state.limits.map((limit) => (data.limitsDone.includes(limit.limitId) ? doneLimit(limit, event) : limit)),
    indicators: state.indicators.map((indicator) => latestReading(indicator, event)),
  };
}

/** Of a recurring limit a report settles the oldest period owed; a dated limit is done for good, on the first day told. */
function doneLimit(limit: LimitState, event: TaskEventOf<'task.reported'>): LimitState {
  if (limit.recurrence !== null) return { ...limit, openPeriods: limit.openPeriods.slice(1) };
  return { ...limit, done: limit.done ?? { on: event.data.occurredOn, claimedByRequest: false } };
}

function latestReading(indicator: IndicatorState, event: TaskEventOf<'task.reported'>): IndicatorState {
  const readings = event.data.readings.filter((reading) => reading.indicatorId === indicator.indicatorId);
  return readings.reduce((latest, { value, readOn }) => {
    const older = latest.reading !== null && readOn < latest.reading.readOn;
    return older ? latest : { ...latest, reading: { value, readOn } };
  }, indicator);
}

function returnedLimit(limit: LimitState, event: TaskEventOf<'task.returned'>): LimitState {
  if (!event.data.limitsReopened.includes(limit.limitId)) return limit;
  return armed({ ...limit, done: null, verifiedOn: null }, event.metadata.recordedAt);
}

function opened(limit: LimitState, event: TaskEventOf<'task.period-opened'>): LimitState {
  const { period, due } = event.data;
  const openPeriods = [...limit.openPeriods, { period, due, armedAt: event.metadata.recordedAt }];
  return { ...limit, openPeriods, lastPeriod: period };
}

function withdrawn(state: TaskState, event: Recorded<TaskEvent>): TaskState {
  if (state.undo === null) return state;
  return { ...state.undo.before, undo: null, stepRevision: event.revision };
}

/** Reminders, the program's and the office's, neither count as "the next person acted" nor are lost when a step is taken back. */
function underneath(state: TaskState, apply: (state: TaskState) => TaskState): TaskState {
  const undo = state.undo && { ...state.undo, before: apply(state.undo.before) };
  return { ...apply(state), undo };
}

function withAccount(accounts: readonly string[], event: Recorded<TaskEvent>): readonly string[] {
  const { accountId } = event.metadata.actor;
  return accounts.includes(accountId) ? accounts : [...accounts, accountId];
}
