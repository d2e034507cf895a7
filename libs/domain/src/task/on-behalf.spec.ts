import {
  assignedToTwo,
  circumstancesOf,
  EVIDENCE,
  KNOWN_FILE,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
} from '../../testing';
import { TASK_ACTS } from './acts';
import { whyNotNow } from './admit';
import { askingOf } from './task-act';

type OnBehalf = TaskInput<'task.report-on-behalf'>['onBehalf'];

const word = (change: Partial<OnBehalf> = {}): OnBehalf => ({
  unitId: UNITS.health,
  saidBy: '王科长',
  how: 'phone',
  saidOn: '2025-04-10',
  ...change,
});

const assigned = taskIn('assigned').on('2025-04-10');
const accepted = assigned.after('task.accept', {}, OF_HEALTH);
const reported = accepted.after('task.report', soundBody('task.report'), OF_HEALTH);

const EXTENSION = { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' } as const;
const CLOSURE = { selfCheck: '各项举措已完成', committed: true } as const;

/** Each of the five acts on a task on which it is open, with the event that it brings. */
const RECORDED = [
  {
    type: 'task.accept-on-behalf',
    unitAct: 'task.accept',
    event: 'lane.accepted',
    record: (change?: Partial<OnBehalf>) => assigned.when('task.accept-on-behalf', { onBehalf: word(change) }),
  },
  {
    type: 'task.decline-on-behalf',
    unitAct: 'task.decline',
    event: 'lane.declined',
    record: (change?: Partial<OnBehalf>) =>
      assigned.when('task.decline-on-behalf', { reason: '职责不在本单位', onBehalf: word(change) }),
  },
  {
    type: 'task.report-on-behalf',
    unitAct: 'task.report',
    event: 'lane.reported',
    record: (change?: Partial<OnBehalf>) =>
      accepted.when('task.report-on-behalf', { progress: '方案已印发', onBehalf: word(change) }),
  },
  {
    type: 'task.request-closure-on-behalf',
    unitAct: 'task.request-closure',
    event: 'lane.claimed',
    record: (change?: Partial<OnBehalf>) =>
      reported.when('task.request-closure-on-behalf', { ...CLOSURE, onBehalf: word(change) }),
  },
  {
    type: 'task.extend-on-behalf',
    unitAct: 'task.extend',
    event: 'proposal.made',
    record: (change?: Partial<OnBehalf>) =>
      reported.when('task.extend-on-behalf', { ...EXTENSION, onBehalf: word(change) }),
  },
] as const;

const asking = askingOf(circumstancesOf(PEOPLE.clerk, '2025-04-10'));

describe.each(RECORDED)('what the office records for a unit: $type', ({ type, unitAct, event, record }) => {
  it('is the step of the unit, with who said it, how, when and the returned sheet', () => {
    const outcome = record({ how: 'paper', saidOn: '2025-04-09', sheet: [EVIDENCE] });
    const told = { saidBy: '王科长', how: 'paper', saidOn: '2025-04-09', sheet: [EVIDENCE] };
    outcome.then([{ type: event, data: { onBehalf: told } }]);
    expect(stateOf(outcome).evidence).toContain(KNOWN_FILE);
  });

  it('is refused for a unit that the task has not got, a call from the future, a word on paper without the paper, and a sheet that is not stored', () => {
    record({ unitId: UNITS.insurance }).then('TASK.UNIT_NOT_RESPONSIBLE');
    record({ saidOn: '2025-04-11' }).then('TASK.DAY_IN_FUTURE');
    record({ how: 'paper', sheet: [] }).then('TASK.SHEET_NEEDED');
    record({ sheet: [{ ...EVIDENCE, hash: 'b'.repeat(64) }] }).then('EVIDENCE.UNKNOWN');
    record({ saidBy: '王科长13812345678' }).thenInvalid('TEXT.PRIVATE_DATA');
    record({ sheet: [{ ...EVIDENCE, fileName: '张三 138-1234-5678.jpg' }] }).thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('notes the clerk as one who recorded for a unit, and so never checks the task nor closes it', () => {
    const { participation } = stateOf(record());
    expect(participation.recorded).toEqual([PEOPLE.clerk.accountId]);
  });

  it('is open to the clerk exactly where it is open to one of the units', () => {
    for (const story of [assigned, accepted, reported, taskIn('hung'), taskIn('closure-requested'), taskIn('closed')]) {
      const state = stateOf(story);
      const own = TASK_ACTS[unitAct];
      const open = state.lanes.some(({ unitId }) => {
        return whyNotNow(own, state, { ...asking, actor: { ...asking.actor, unitId } }) === null;
      });
      const refusal = whyNotNow(TASK_ACTS[type], state, asking);
      expect({ status: state.status, open: refusal === null }).toEqual({
        status: state.status,
        open: open || (type === 'task.report-on-behalf' && state.status === 'assigned'),
      });
    }
  });
});

describe('a word that the office records', () => {
  it('was said to nothing before the unit was assigned, or asked', () => {
    for (const { record } of RECORDED) record({ saidOn: '2025-03-02' }).then('TASK.SAID_TOO_EARLY');
    const asked = accepted.after('task.instruct', { text: '请说明迟缓原因' }, { by: PEOPLE.leader });
    asked
      .when('task.answer-instruction-on-behalf', { text: '已对接', onBehalf: word({ saidOn: '2025-04-09' }) })
      .then('TASK.SAID_TOO_EARLY');
    accepted
      .when('task.instruct-on-behalf', {
        text: '请说明迟缓原因',
        onBehalf: { saidBy: '王副市长', how: 'meeting', saidOn: '2025-03-02' },
      })
      .then('TASK.SAID_TOO_EARLY');
  });

  it('is stated in the order of its unit’s own steps, whatever other units do', () => {
    const later = assignedToTwo
      .on('2025-04-10')
      .after('task.accept', { occurredOn: '2025-04-08' }, OF_HEALTH)
      .on('2025-04-11');
    const recordedOn = (unitId: string, occurredOn: string) =>
      later.when('task.report-on-behalf', { progress: '已部署', occurredOn, onBehalf: word({ unitId }) });
    recordedOn(UNITS.health, '2025-04-07').then('TASK.DAY_OUT_OF_ORDER');
    recordedOn(UNITS.finance, '2025-04-07').then(['lane.accepted', 'lane.reported']);
  });

  it('is refused on a form filled before a step of that unit, and not before one of another unit', () => {
    const { revision } = stateOf(assignedToTwo);
    const since = assignedToTwo.on('2025-04-10').after('task.accept', {}, OF_HEALTH);
    const send = (unitId: string) =>
      since.when('task.decline-on-behalf', {
        reason: '不属本单位',
        seenRevision: revision,
        onBehalf: word({ unitId }),
      });
    send(UNITS.health).then('TASK.CHANGED_SINCE');
    send(UNITS.finance).then(['lane.declined']);
  });

  it('is taken back by the clerk who recorded it, and by nobody else', () => {
    const declined = assigned.after('task.decline-on-behalf', { reason: '不属本单位', onBehalf: word() });
    declined.when('task.withdraw', {}, { by: PEOPLE.secondClerk }).then('TASK.NOT_YOUR_STEP');
    declined.when('task.withdraw', {}, OF_HEALTH).then('TASK.NOT_YOUR_STEP');
    const back = declined.after('task.withdraw', {});
    expect(stateOf(back)).toMatchObject({ status: 'assigned', participation: { recorded: [PEOPLE.clerk.accountId] } });
  });

  it('says 该单位 where the unit itself would read 本单位', () => {
    const { result } = accepted.when('task.accept-on-behalf', { onBehalf: word() });
    expect(result).toMatchObject({
      rejection: { code: 'TASK.ALREADY_ANSWERED', message: '该单位已经答复过交办，无需再次签收或退件。' },
    });
  });
});

describe('a task on which everything is recorded for its unit', () => {
  const { clerk, secondClerk, verifier, closer } = PEOPLE;
  const facts = { by: clerk };
  const recorded: TaskStory = assigned
    .after('task.accept-on-behalf', { onBehalf: word() }, facts)
    .after('task.report-on-behalf', { progress: '已完成', onBehalf: word() }, facts)
    .after('task.request-closure-on-behalf', { ...CLOSURE, onBehalf: word() }, facts);

  it('is checked and closed by other people', () => {
    expect(stateOf(recorded).status).toBe('closure-requested');
    recorded.when('task.verify', soundBody('task.verify'), { by: clerk }).then('TASK.REPORTER_VERIFIES');
    recorded.when('task.return', soundBody('task.return'), { by: clerk }).then('TASK.REPORTER_VERIFIES');
    const verified = recorded.after('task.verify', soundBody('task.verify'), { by: verifier });
    verified.when('task.close', soundBody('task.close'), { by: clerk }).then('TASK.VERIFIER_CLOSES');
    verified.when('task.close', soundBody('task.close'), { by: closer }).then(['task.closed']);
  });

  it('shows whoever checks it the returned sheet among the files of the round', () => {
    const sheet = [{ ...EVIDENCE, fileName: '退回单.pdf' }];
    const story = assigned
      .after('task.accept-on-behalf', { onBehalf: word({ how: 'paper', sheet }) })
      .after('task.report-on-behalf', { progress: '已完成', onBehalf: word() })
      .after('task.request-closure-on-behalf', { ...CLOSURE, onBehalf: word() });
    story
      .when('task.verify', soundBody('task.verify'), { by: verifier })
      .then([{ type: 'check.passed', data: { saw: { evidence: [KNOWN_FILE] } } }]);
  });

  it('keeps apart from the check a clerk who recorded but the answer, or a request that was taken back', () => {
    const answered = assigned.after('task.accept-on-behalf', { onBehalf: word() }, { by: secondClerk });
    const rest = answered
      .after('task.report-on-behalf', { progress: '已完成', onBehalf: word() })
      .after('task.request-closure-on-behalf', { ...CLOSURE, onBehalf: word() });
    rest.when('task.verify', soundBody('task.verify'), { by: secondClerk }).then('TASK.REPORTER_VERIFIES');
    const asked = reported.after('task.extend-on-behalf', { ...EXTENSION, onBehalf: word() }, { by: secondClerk });
    const proposalId = stateOf(asked).proposals[0]?.proposalId ?? '';
    asked
      .after('task.recall-proposal', { proposalId }, { by: secondClerk })
      .after('task.request-closure', CLOSURE, { by: PEOPLE.unitHead })
      .when('task.verify', soundBody('task.verify'), { by: secondClerk })
      .then('TASK.REPORTER_VERIFIES');
  });
});
