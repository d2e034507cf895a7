import { periodById } from '../calendar';
import { type Rules } from '../shared/decider';
import { reject } from '../shared/rejection';
import {
  changesFault,
  closingFault,
  limitsFault,
  reportFault,
  unitsFault,
  unknownLimit,
  urgedTodayFault,
  verifierFault,
} from './task.checks';
import { type TaskCommand, type taskCommandSchemas } from './task.commands';
import { type TaskEvent } from './task.events';
import { type TaskFacts } from './task.facts';
import { openLimits } from './task.limits';
import { type TaskState } from './task.state';
import { nextOpening, rhythmOf } from './task.timers';
import { actingUnit, responsibleUnits } from './task.units';

type TaskRules = Rules<typeof taskCommandSchemas, TaskState, TaskEvent, TaskFacts>;

/** The rule of every act, for a task whose lifecycle line is open. */
export const taskRules: TaskRules = {
  'task.draft': () => reject('TASK.EXISTS', '这项任务已在台账中，请刷新后查看。'),

  'task.correct-draft': (state, { changes }, _circumstances, facts) =>
    changesFault(state, changes, facts) ?? [{ type: 'task.draft-corrected', data: { changes } }],

  'task.confirm': (state, { leadUnitIds, supportUnitIds, limits }, _circumstances, facts) =>
    unitsFault(leadUnitIds, supportUnitIds, facts) ??
    limitsFault(state, limits) ?? [{ type: 'task.confirmed', data: { leadUnitIds, supportUnitIds, limits } }],

  'task.hang': (state, { authority, secrecyDeclared, occurredOn }, { today }, facts) => {
    if (facts.ledgerCode === null) return reject('LEDGER.UNKNOWN', '没有找到这本台账，请先建立台账。');
    const taskNumber = `${facts.ledgerCode}-${String(state.serial).padStart(3, '0')}`;
    return [{ type: 'task.hung', data: { taskNumber, authority, secrecyDeclared, occurredOn: occurredOn ?? today } }];
  },

  'task.assign': (state, { requirements, replyBy, occurredOn }, { today, calendar, ladder }) => {
    if (state.leadUnitIds.length === 0 || state.limitsConfirmed === null) {
      return reject('TASK.NOT_CONFIRMED', '请先确认牵头单位和完成时限（或确认没有时限），再交办。');
    }
    // What was confirmed may have been corrected since; the word still has to fit the limits.
    const fault = limitsFault(state, state.limitsConfirmed);
    if (fault) return fault;
    const day = occurredOn ?? today;
    if (replyBy !== null && replyBy < day) {
      return reject('TASK.REPLY_BEFORE_ASSIGNMENT', '签收期限早于交办日期，请改为交办日期当天或之后。');
    }
    const { leadUnitIds, supportUnitIds } = state;
    const versions = { calendarVersion: calendar.version, ladderVersion: ladder.version };
    const data = { leadUnitIds: [...leadUnitIds], supportUnitIds: [...supportUnitIds], requirements, replyBy };
    return [{ type: 'task.assigned', data: { ...data, occurredOn: day, ...versions } }];
  },

  'task.accept': (state, { occurredOn }, { today, actor }) => [
    { type: 'task.accepted', data: { unitId: actingUnit(state, actor), occurredOn: occurredOn ?? today } },
  ],

  'task.decline': (state, { reason, occurredOn }, { today, actor }) => [
    { type: 'task.declined', data: { unitId: actingUnit(state, actor), reason, occurredOn: occurredOn ?? today } },
  ],

  'task.report': (state, report, { today, actor }, facts) => {
    const { seenRevision: _seen, occurredOn, ...data } = report;
    return (
      reportFault(state, data, today, facts) ?? [
        {
          type: 'task.reported',
          data: { unitId: actingUnit(state, actor), occurredOn: occurredOn ?? today, onBehalf: null, ...data },
        },
      ]
    );
  },

  'task.report-on-behalf': (state, report, { today }, facts) => {
    const { seenRevision: _seen, occurredOn, ...data } = report;
    const { unitId, saidOn } = data.onBehalf;
    if (!responsibleUnits(state).includes(unitId)) {
      return reject('TASK.UNIT_NOT_RESPONSIBLE', '代填的单位不是本任务的牵头或配合单位，请重新选择单位。');
    }
    if (saidOn > today) return reject('TASK.DAY_IN_FUTURE', '反馈日期晚于今天，请填写实际反馈的日期。');
    return (
      reportFault(state, data, today, facts) ?? [
        { type: 'task.reported', data: { ...data, unitId, occurredOn: occurredOn ?? today } },
      ]
    );
  },

  'task.request-closure': (state, { occurredOn, selfCheck, committed }, { today, actor }) => {
    if (state.reportCount === 0) {
      return reject('TASK.NOTHING_REPORTED', '还没有填报过进展，请先填报进展和佐证，再申请销号。');
    }
    const unitId = actingUnit(state, actor);
    const limitsClaimed = state.limits.filter((limit) => limit.done === null).map((limit) => limit.limitId);
    const data = { unitId, occurredOn: occurredOn ?? today, selfCheck, committed, limitsClaimed };
    return [{ type: 'task.closure-requested', data }];
  },

  'task.verify': (state, { occurredOn, conclusion }, { today, actor }, { practice }) => {
    const fault = verifierFault(state, actor.accountId, practice);
    if (fault) return fault;
    return [{ type: 'task.verified', data: { level: 1, occurredOn: occurredOn ?? today, conclusion } }];
  },

  'task.return': (state, { occurredOn, missing, limitsReopened }, { today, calendar, ladder, actor }, { practice }) => {
    const fault = verifierFault(state, actor.accountId, practice);
    if (fault) return fault;
    const claimed = state.limits.filter((limit) => limit.done?.claimedByRequest).map((limit) => limit.limitId);
    const reopened = limitsReopened ?? claimed;
    const unknown = unknownLimit(state, reopened);
    if (unknown) return unknown;
    const versions = { calendarVersion: calendar.version, ladderVersion: ladder.version };
    const data = { occurredOn: occurredOn ?? today, missing, limitsReopened: reopened, ...versions };
    return [{ type: 'task.returned', data }];
  },

  'task.close': (state, { occurredOn, outcome, statement, closingNumber }, { today, actor }, { practice }) => {
    const fault = closingFault(state, actor.accountId, practice);
    if (fault) return fault;
    const closedBy = { accountId: actor.accountId, name: actor.name };
    const data = { occurredOn: occurredOn ?? today, outcome, statement, closingNumber, closedBy };
    return [{ type: 'task.closed', data }];
  },

  'task.void': (_state, { reason }) => [{ type: 'task.voided', data: { reason } }],

  'task.terminate': (_state, { reason, authority, occurredOn }, { today }) => [
    { type: 'task.terminated', data: { reason, authority, occurredOn: occurredOn ?? today } },
  ],

  'task.correct': (state, { changes, reason }, _circumstances, facts) => {
    const movesUnits = changes.leadUnitIds !== undefined || changes.supportUnitIds !== undefined;
    if (movesUnits && !['hung', 'assigned', 'declined'].includes(state.status)) {
      return reject('TASK.UNITS_FIXED', '责任单位已签收，不能再更正单位，确需变更的请终止本任务并另立任务交办。');
    }
    return changesFault(state, changes, facts) ?? [{ type: 'task.corrected', data: { changes, reason } }];
  },

  'task.urge': (state, { message, occurredOn }, { today }) =>
    urgedTodayFault(state, today) ?? [
      { type: 'task.urged-by-office', data: { message, occurredOn: occurredOn ?? today } },
    ],

  'task.withdraw': (state, _data, { actor }) => {
    if (state.undo === null)
      return reject('TASK.NOTHING_TO_WITHDRAW', '没有可以撤回的步骤：后续人员已经办理，或该步骤不能撤回。');
    if (state.undo.accountId !== actor.accountId) {
      return reject('TASK.NOT_YOUR_STEP', '只能撤回自己办理的步骤，请联系办理人员撤回。');
    }
    return [{ type: 'task.withdrawn', data: { withdrawnEventId: state.undo.eventId, step: state.undo.step } }];
  },

  'task.fire-timer': (state, { kind, ...timer }) => {
    const stands = openLimits(state).some(
      ({ limitId, period, due }) => limitId === timer.limitId && period === timer.period && due === timer.due,
    );
    if (!stands || state.firedTimers.includes(timer.timerId)) {
      return reject('TIMER.OBSOLETE', '该提醒已发出或已不再需要。');
    }
    return [firedEvent(kind, timer)];
  },

  'task.open-period': (state, { limitId, period }) => {
    const limit = state.limits.find((each) => each.limitId === limitId);
    const rhythm = limit ? rhythmOf(limit) : null;
    if (!limit || !rhythm || nextOpening('', limit)?.period !== period) {
      return reject('TIMER.OBSOLETE', '该期次已开启或已不再需要。');
    }
    const { from, due } = periodById(rhythm, period);
    return [{ type: 'task.period-opened', data: { limitId, period, from, due } }];
  },
};

type TimerCommand = Extract<TaskCommand, { type: 'task.fire-timer' }>['data'];

function firedEvent(kind: TimerCommand['kind'], timer: Omit<TimerCommand, 'kind'>): TaskEvent {
  switch (kind) {
    case 'remind':
    case 'due':
      return { type: 'task.reminded', data: { ...timer, kind } };
    case 'urge':
      return { type: 'task.urged', data: timer };
    case 'escalate':
      return { type: 'task.escalated', data: timer };
  }
}
