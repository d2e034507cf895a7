import {
  aLimit,
  alsoIn,
  approved,
  draftTask,
  inChargeOf,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
  passedTo,
  PEOPLE,
  personWith,
  plannedTimers,
  soundBody,
  staffOf,
  stateOf,
  TASK_FACTS,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';
import { lampClockOf } from '..';
import { dayInShanghai } from '../../calendar';
import { type Actor } from '../../shared/actor';
import { type Facts } from '../../shared/circumstances';
import { MOST_PROPOSALS } from '../proposals';
import { groupOf } from '../rungs';

const ask = (story: TaskStory, change: object = {}, by: { by: Actor } = OF_HEALTH) =>
  story.when('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线', ...change }, by);
/** The rungs of lateness that are planned. */
const rungsOf = (story: TaskStory) =>
  plannedTimers(story)
    .filter(({ limitId, kind }) => limitId === 'L1' && (kind === 'urge' || kind === 'escalate'))
    .map(({ rungId, fireAt }) => `${rungId} ${dayInShanghai(fireAt)}`);

const underway = taskIn('underway');
const asked = ask(underway.on('2025-06-30')).next;

describe('asking for an extension', () => {
  it('is a proposal with five working days for its decision, and moves nothing yet', () => {
    ask(underway.on('2025-06-20')).then([
      {
        type: 'proposal.made',
        data: {
          act: 'task.extend',
          decideBy: '2025-06-27',
          grounds: '等待省级系统上线',
          basis: { touches: [], moves: [{ limitId: 'L1', period: null }] },
        },
      },
    ]);
    expect(stateOf(asked).limits[0]?.due).toBe('2025-06-30');
    expect(stateOf(asked).turns.map(({ kind }) => kind)).toContain('decide');
  });

  it('is refused for an earlier day, the same day, a day gone by and something not owed', () => {
    ask(underway, { due: '2025-06-29' }).then('TASK.EXTENSION_NOT_LATER');
    ask(underway, { due: '2025-06-30' }).then('TASK.EXTENSION_NOT_LATER');
    ask(underway.on('2025-09-01'), { due: '2025-08-29' }).then('TASK.DUE_IN_PAST');
    ask(underway, { limitId: 'L9' }).then('TASK.LIMIT_NOT_OWED');
    ask(underway, { period: '2025-06' }).then('TASK.LIMIT_NOT_OWED');
    // A supporting unit owes nothing that has a day.
    ask(underway, {}, OF_FINANCE).then('TASK.NOTHING_TO_EXTEND');
    ask(taskIn('assigned')).then('TASK.NOT_ACCEPTED');
    noTask.when('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待' }).then('TASK.UNKNOWN');
  });

  it('is open once at a time for each limit', () => {
    ask(asked).then('TASK.ALREADY_PROPOSED');
    ask(asked, { limitId: 'L2', due: '2025-12-31' }).then(['proposal.made']);
  });

  it('holds back the rungs after the day while a request that came in time waits', () => {
    expect(rungsOf(asked)).toEqual([]);
    expect(rungsOf(ask(underway.on('2025-07-02')).next)).toEqual(['urge-1 2025-07-01', 'escalate-5 2025-07-07']);
  });
});

describe('a request for more time and what others do meanwhile', () => {
  const body = { limitId: 'L1', due: '2025-08-29', reason: '等待平台上线' };

  it('of a unit that would leave is taken back before: nobody decides for a unit that is gone', () => {
    const asked = taskIn('assigned').after('task.accept', {}, OF_HEALTH).after('task.extend', body, OF_HEALTH);
    asked.when('task.withdraw', {}, OF_HEALTH).then('TASK.REQUEST_WAITS');
    const another = { changes: { leadUnitIds: [UNITS.insurance] }, reason: '单位录错' };
    asked.when('task.correct', another).then('TASK.UNITS_FIXED');
    const proposalId = stateOf(asked).proposals[0]?.proposalId ?? '';
    asked
      .after('task.recall-proposal', { proposalId }, OF_HEALTH)
      .after('task.withdraw', {}, OF_HEALTH)
      .when('task.correct', another)
      .then(['lanes.changed']);
  });

  it('is in time on the day on which the unit got the task, though the limit was over before', () => {
    const late = taskIn('hung')
      .on('2025-07-14')
      .after('task.assign', { pastDays: 'keep' })
      .after('task.accept', {}, OF_HEALTH);
    expect(rungsOf(late)).not.toEqual([]);
    expect(rungsOf(late.after('task.extend', body, OF_HEALTH))).toEqual([]);
    expect(rungsOf(late.on('2025-07-15').after('task.extend', body, OF_HEALTH))).not.toEqual([]);
  });

  it('loads no new periods on another lead that has asked for closure', () => {
    const limits = [aLimit('L1'), aLimit('L2', { due: null, recurrence: 'quarterly' })];
    const story = noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine }).after('task.confirm', {
      leadUnitIds: [UNITS.health, UNITS.finance],
      supportUnitIds: [],
      limits: 'confirmed',
    });
    const claimed = usually(story, 'task.hang', 'task.assign')
      .after('task.accept', {}, OF_HEALTH)
      .after('task.accept', {}, OF_FINANCE)
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    claimed.when('task.extend', { ...body, due: '2026-12-31' }, OF_FINANCE).then('TASK.UNDER_CHECK');
  });

  it('is decided while the task is suspended too', () => {
    const asked = underway.after('task.extend', body, OF_HEALTH);
    const suspension = asked.after('task.suspend', soundBody('task.suspend'));
    const { proposals } = stateOf(suspension);
    const [extension, suspending] = proposals.map(({ proposalId }) => proposalId);
    suspension
      .after('task.decide-proposal', { proposalId: suspending, result: 'approved' }, { by: PEOPLE.secondClerk })
      .when('task.decide-proposal', { proposalId: extension, result: 'approved' }, { by: PEOPLE.secondClerk })
      .then([{ type: 'proposal.decided', data: { result: 'approved' } }, 'limit.moved']);
  });

  it('is marked when the day was over, and stays so', () => {
    const late = ask(underway.on('2025-07-02'));
    late.then([{ type: 'proposal.made', data: { basis: { late: true } } }]);
    expect(stateOf(approved(late.next)).proposals).toMatchObject([{ late: true }]);
    ask(underway.on('2025-06-30')).then([{ type: 'proposal.made', data: { basis: { late: false } } }]);
  });

  it('is not timely because the unit took a report back: what came late stays late', () => {
    const back = underway
      .on('2025-07-02')
      .after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH)
      .after('task.withdraw', {}, OF_HEALTH);
    const rungs = rungsOf(back);
    expect(rungs).not.toEqual([]);
    expect(rungsOf(ask(back).next)).toEqual(rungs);
  });

  it('is overtaken by a move of its day to the one asked for, or a later one: it would hold back the rungs of that day for ever', () => {
    const early = ask(underway.on('2025-06-27'), { due: '2025-07-15' }).next;
    const correction = early.after('task.correct', {
      changes: { changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] },
      reason: '统一调整',
    });
    const proposalId = stateOf(correction).proposals[1]?.proposalId;
    const moved = correction.when(
      'task.decide-proposal',
      { proposalId, result: 'approved' },
      { by: PEOPLE.secondClerk },
    );
    moved.then(['proposal.decided', 'limit.moved', { type: 'proposal.decided', data: { result: 'overtaken' } }]);
    expect(rungsOf(moved.next)).toEqual(['urge-1 2025-08-01', 'escalate-5 2025-08-07']);
  });

  it('is overtaken by a suspension that is over at its approval and moves its day as far, and the rungs of the new day go out', () => {
    const asked = ask(underway.on('2025-06-27'), { due: '2025-07-05' }).next;
    const suspending = asked.after('task.suspend', { ...soundBody('task.suspend'), until: '2025-07-04' });
    const proposalId = stateOf(suspending).proposals[1]?.proposalId;
    const moved = suspending
      .on('2025-07-10')
      .when('task.decide-proposal', { proposalId, result: 'approved' }, { by: PEOPLE.secondClerk });
    moved.then([
      'proposal.decided',
      'task.suspended',
      'task.resumed',
      { type: 'limit.moved', data: { limitId: 'L1', to: { due: '2025-07-07' } } },
      'limit.moved',
      { type: 'proposal.decided', data: { result: 'overtaken' } },
    ]);
    expect(rungsOf(moved.next)).not.toEqual([]);
  });

  it('is overtaken where its limit is removed', () => {
    const waiting = ask(underway.on('2025-06-20')).next.after('task.correct', {
      changes: { removedLimits: ['L1'] },
      reason: '重复列入',
    });
    const proposalId = stateOf(waiting).proposals[1]?.proposalId;
    waiting
      .when('task.decide-proposal', { proposalId, result: 'approved' }, { by: PEOPLE.secondClerk })
      .then([
        'proposal.decided',
        'limit.removed',
        { type: 'proposal.decided', data: { reason: '所申请的时限已取消' } },
      ]);
  });

  it('that was asked in time holds though its day has gone by at the decision: the unit is late from that day, and no rung goes out in a burst', () => {
    const waited = ask(underway.on('2025-06-30'), { due: '2025-07-04' }).next.on('2025-07-15');
    expect(rungsOf(waited)).toEqual([]);
    const decided = waited.when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk });
    decided.then([
      { type: 'proposal.decided', data: { result: 'approved' } },
      { type: 'limit.moved', data: { kind: 'extension', to: { due: '2025-07-04' } } },
    ]);
    expect(rungsOf(decided.next)).toEqual(['urge-1 2025-07-16', 'escalate-5 2025-07-22']);
    expect(lampClockOf(stateOf(decided.next))?.due).toBe('2025-07-04');
  });

  it('made while the task is suspended is not late: no day goes by', () => {
    const suspension = approved(
      underway.on('2025-06-02').after('task.suspend', { ...soundBody('task.suspend'), until: '2025-09-01' }),
    );
    ask(suspension.on('2025-07-15'), { due: '2025-12-31' }).then([
      { type: 'proposal.made', data: { basis: { late: false } } },
    ]);
  });

  it('puts no rung off when it is taken back: they count from the due day, and the next request is late', () => {
    const onTheDay = ask(underway.on('2025-06-30')).next;
    const proposalId = stateOf(onTheDay).proposals[0]?.proposalId ?? '';
    const back = onTheDay.on('2025-07-10').after('task.recall-proposal', { proposalId }, OF_HEALTH);
    expect(rungsOf(back)).toEqual(['urge-1 2025-07-01', 'escalate-5 2025-07-07']);
    expect(rungsOf(ask(back).next)).toEqual(rungsOf(back));
    // Both are due by now: of one group the last alone goes out, and with it those below it are over.
    const limits = plannedTimers(back).filter(({ limitId }) => limitId === 'L1');
    expect(new Set(limits.map(groupOf)).size).toBe(1);
    const told = passedTo(back, '2025-07-10');
    expect(rungsOf(told)).not.toContain('urge-1 2025-07-01');
    expect(told.history.slice(back.history.length)).toMatchObject([
      { type: 'rung.fired', data: { rung: { kind: 'escalate' }, due: '2025-06-30', daysLate: 8 } },
    ]);
  });

  it('is not stale because words were put right', () => {
    const seenRevision = underway.history.length - 1;
    usually(underway, 'task.correct')
      .when('task.extend', { ...body, seenRevision }, OF_HEALTH)
      .then(['proposal.made']);
  });

  it('asked fifty times by one person keeps nobody else from asking', () => {
    let story = underway;
    for (let times = 0; times < MOST_PROPOSALS; times += 1) {
      story = story.after('task.extend', body, OF_HEALTH);
      const proposalId = stateOf(story).proposals.at(-1)?.proposalId ?? '';
      story = story.after('task.recall-proposal', { proposalId }, OF_HEALTH);
    }
    story.when('task.extend', body, OF_HEALTH).then('TASK.TOO_MANY_PROPOSALS');
    story.when('task.void', { reason: '重复录入' }).then(['proposal.made']);
  });
});

describe('a limit that two leads owe', () => {
  const more = { limitId: 'L1', due: '2025-08-29', reason: '资金下达较晚' };
  const story = withTwoLeads.on('2025-06-27');
  const asked = story.after('task.extend', more, OF_FINANCE);
  const urged = (told: TaskStory) =>
    plannedTimers(told).flatMap(({ limitId, kind, lane }) => (limitId === 'L1' && kind === 'urge' ? [lane] : []));
  const decide = (by: Actor, facts: Partial<Facts> = {}, from = asked) =>
    from.when('task.decide-proposal', { result: 'approved' }, { by, facts });
  /** News of a kind with the unit and role they are for. */
  const news = (told: TaskStory, wanted: string) =>
    openAfter(told).flatMap(({ kind, audience: { role, unitId } }) =>
      kind === wanted ? [`${role} ${unitId ?? ''}`] : [],
    );
  const ofHealth = [`reporter ${UNITS.health}`, `unit-head ${UNITS.health}`];

  it('is held for the unit that asks for more time, not for the other one: that may ask itself', () => {
    expect(urged(story)).toEqual([UNITS.health, UNITS.finance]);
    expect(urged(asked)).toEqual([UNITS.health]);
    const both = asked.after('task.extend', more, OF_HEALTH);
    expect(urged(both)).toEqual([]);
    both.when('task.extend', more, OF_HEALTH).then('TASK.ALREADY_PROPOSED');
  });

  it('moves for both when one request is approved, and the other one is overtaken', () => {
    const both = asked.after('task.extend', more, OF_HEALTH);
    const [first] = stateOf(both).proposals;
    both
      .when('task.decide-proposal', { proposalId: first?.proposalId ?? '', result: 'approved' }, { by: PEOPLE.clerk })
      .then(['proposal.decided', 'limit.moved', { type: 'proposal.decided', data: { result: 'overtaken' } }]);
  });

  it('is extended by a leader in charge of all of them, and by no one of whom only the asking unit is', () => {
    const ofFinance = inChargeOf(personWith(0x34, '分管财政', 'leader', UNITS.office), UNITS.finance);
    const ofBoth = inChargeOf(personWith(0x35, '分管两家', 'leader', UNITS.office), UNITS.finance, UNITS.health);
    const staff = { ...TASK_FACTS.staff, posts: staffOf([ofFinance, ofBoth, PEOPLE.leader]) };
    decide(ofFinance, { staff }).then(
      'TASK.OTHER_BRANCH',
      '该事项所涉单位不都归您分管，请由分管领导分管两家或督查部门审批。',
    );
    decide(ofBoth, { staff }).then(['proposal.decided', 'limit.moved']);
    decide(PEOPLE.leader, { staff }).then(['proposal.decided', 'limit.moved']);
    decide(PEOPLE.clerk).then(['proposal.decided', 'limit.moved']);
  });

  it('is extended by nobody who does the work of one of them, whichever asked', () => {
    decide(alsoIn(PEOPLE.leader, 'unit-head', UNITS.health)).then('TASK.OWN_UNIT_DECIDES');
    decide(alsoIn(PEOPLE.clerk, 'reporter', UNITS.health)).then('TASK.OWN_UNIT_DECIDES');
  });

  it('concerns the asking unit alone once the other lead has done its part', () => {
    const reported = story.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    const ofFinance = inChargeOf(personWith(0x34, '分管财政', 'leader', UNITS.office), UNITS.finance);
    const from = reported.after('task.extend', more, OF_FINANCE);
    decide(ofFinance, {}, from).then(['proposal.decided', 'limit.moved']);
  });

  it('tells the other lead of the request and of what became of it', () => {
    const refused = { result: 'refused', reason: '不宜延期' } as const;
    expect(news(asked, 'extension-asked')).toEqual(ofHealth);
    expect(news(asked.after('task.decide-proposal', refused), 'decided')).toEqual(expect.arrayContaining(ofHealth));
    expect(
      news(
        asked.after('task.recall-proposal', { proposalId: stateOf(asked).proposals[0]?.proposalId ?? '' }, OF_FINANCE),
        'decided',
      ),
    ).toEqual(ofHealth);
    expect(news(approved(asked), 'date-moved')).toEqual(ofHealth);
    expect(news(approved(asked), 'decided')).not.toEqual(expect.arrayContaining(ofHealth));
  });
});

describe('a limit that a supporting unit owes', () => {
  const more = { limitId: 'L9', due: '2025-06-10', reason: '资金下达较晚' };
  const owed = (...owedBy: readonly string[]) =>
    taskIn('underway').after('task.correct', {
      changes: { addedLimits: [{ ...aLimit('L9'), due: '2025-05-09', owedBy: [...owedBy] }] },
      reason: '漏列',
    });

  it('is extended for that unit where no lead owes it', () => {
    owed(UNITS.finance).when('task.extend', more, OF_FINANCE).then(['proposal.made']);
  });

  it('is never moved by it for a lead, which asks itself', () => {
    const both = owed(UNITS.health, UNITS.finance);
    both
      .when('task.extend', more, OF_FINANCE)
      .then(
        'TASK.LEADS_LIMIT',
        '该时限由牵头单位一并负责，延期会移动牵头单位的时限，配合单位不能申请，请商牵头单位申请延期；只涉及本单位的，请督查部门另设本单位的时限。',
      );
    both.when('task.extend', more, OF_HEALTH).then(['proposal.made']);
  });
});
