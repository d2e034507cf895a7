import {
  alsoIn,
  inChargeOf,
  OF_HEALTH,
  PEOPLE,
  personWith,
  plannedTimers,
  recurringTask,
  soundBody,
  staffOf,
  stateOf,
  TASK_FACTS,
  taskIn,
  type TaskStory,
  UNITS,
} from '../../../testing';
import { dayInShanghai } from '../../calendar';
import { type Actor } from '../../shared/actor';

const ask = (story: TaskStory, change: object = {}) =>
  story.when('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线', ...change }, OF_HEALTH);
const proposalOf = (story: TaskStory) => stateOf(story).proposals.at(-1)?.proposalId ?? '';
const asked = ask(taskIn('underway').on('2025-06-30')).next;
const decide = (story: TaskStory, result: 'approved' | 'refused', by: Actor = PEOPLE.clerk) =>
  story.when(
    'task.decide-proposal',
    { proposalId: proposalOf(story), result, reason: result === 'refused' ? '理由不充分' : '' },
    { by },
  );
/** The rungs of lateness that are planned. */
const rungsOf = (story: TaskStory) =>
  plannedTimers(story)
    .filter(({ limitId, kind }) => limitId === 'L1' && (kind === 'urge' || kind === 'escalate'))
    .map(({ rungId, fireAt }) => `${rungId} ${dayInShanghai(fireAt)}`);

describe('deciding on an extension', () => {
  it('moves the day when it is approved, with who asked and who approved, and the first day stays in the chain', () => {
    const granted = decide(asked.on('2025-07-02'), 'approved');
    granted.then([
      { type: 'proposal.decided', data: { result: 'approved' } },
      {
        type: 'limit.moved',
        data: {
          kind: 'extension',
          to: { due: '2025-08-29' },
          askedBy: { accountId: PEOPLE.reporter.accountId },
          approvedBy: { accountId: PEOPLE.clerk.accountId },
        },
      },
    ]);
    expect(stateOf(granted.next).limits[0]?.chain.map(({ kind, to }) => [kind, to.due])).toEqual([
      ['set', '2025-06-30'],
      ['extension', '2025-08-29'],
    ]);
  });

  it('counts lateness from a refusal, which says why', () => {
    const refused = decide(asked.on('2025-07-02'), 'refused');
    refused.then([{ type: 'proposal.decided', data: { result: 'refused', reason: '理由不充分' } }]);
    expect(rungsOf(refused.next)).toEqual(['urge-1 2025-07-03', 'escalate-5 2025-07-09']);
    asked.when('task.decide-proposal', { proposalId: proposalOf(asked), result: 'refused' }).then('TASK.REASON_NEEDED');
  });

  it('is another person’s, and done once', () => {
    decide(asked, 'approved', PEOPLE.reporter).then('TASK.OWN_PROPOSAL');
    const granted = decide(asked, 'approved').next;
    decide(granted, 'approved').then('TASK.NO_PROPOSAL');
    decide(ask(granted, { due: '2025-09-30' }).next, 'approved', PEOPLE.secondClerk).then([
      'proposal.decided',
      'limit.moved',
    ]);
  });

  it('may be one’s own in a practice ledger, where one person plays every part', () => {
    const ledger = { code: 'LX', closingPrefix: '练习销', practiceOf: PEOPLE.reporter.accountId };
    asked
      .when(
        'task.decide-proposal',
        { proposalId: proposalOf(asked), result: 'approved' },
        { by: PEOPLE.reporter, facts: { ledger } },
      )
      .then(['proposal.decided', 'limit.moved']);
  });

  it('is no matter of a leader above another unit', () => {
    const lineage = new Map([[UNITS.health, [UNITS.health]]]);
    asked
      .when(
        'task.decide-proposal',
        { proposalId: proposalOf(asked), result: 'approved' },
        { by: PEOPLE.leader, facts: { lineage } },
      )
      .then('TASK.OTHER_BRANCH');
  });

  it('is the deputy’s in charge of the unit, wherever their post stands, and no other deputy’s, who learns whose it is', () => {
    const deputy = inChargeOf(personWith(0x34, '分管副市长', 'leader', UNITS.insurance), UNITS.health);
    const other = inChargeOf(personWith(0x35, '另一副市长', 'leader', UNITS.office), UNITS.finance);
    const facts = { staff: { ...TASK_FACTS.staff, posts: staffOf([PEOPLE.leader, other, deputy]) } };
    const by = (person: Actor) =>
      asked.when('task.decide-proposal', { proposalId: proposalOf(asked), result: 'approved' }, { by: person, facts });
    by(deputy).then(['proposal.decided', 'limit.moved']);
    by(PEOPLE.leader).then(['proposal.decided', 'limit.moved']);
    by(other).then('TASK.OTHER_BRANCH', '该事项所涉单位不归您分管，请由分管领导分管副市长或督查部门审批。');
  });

  it.each(['reporter', 'unit-head'] as const)(
    'is nobody’s who is %s of the unit that asks, be they its leader or a clerk beside',
    (role) => {
      decide(asked, 'approved', alsoIn(PEOPLE.leader, role, UNITS.health)).then('TASK.OWN_UNIT_DECIDES');
      decide(asked, 'refused', alsoIn(PEOPLE.secondClerk, role, UNITS.health)).then('TASK.OWN_UNIT_DECIDES');
      decide(asked, 'approved', alsoIn(PEOPLE.leader, role, UNITS.finance)).then(['proposal.decided', 'limit.moved']);
    },
  );

  it.each(['leader', 'supervision-clerk', 'auditor'] as const)(
    'is nobody’s who stands in the unit that leads the task, be it as its %s, whoever asked',
    (role) => {
      const posted = alsoIn(PEOPLE.secondClerk, role, UNITS.health);
      const facts = { staff: { ...TASK_FACTS.staff, posts: staffOf([PEOPLE.clerk, posted, PEOPLE.leader]) } };
      const by = (story: TaskStory, person: Actor) =>
        story.when(
          'task.decide-proposal',
          { proposalId: proposalOf(story), result: 'approved' },
          { by: person, facts },
        );
      by(asked, posted).then(
        'TASK.OWN_UNIT_DECIDES',
        '您在该事项的责任单位任职，不能由您审批；可由主要领导、督查甲审批。',
      );
      for (const act of ['task.suspend', 'task.void'] as const) {
        const wanted = taskIn('underway').after(act, soundBody(act), { by: PEOPLE.clerk });
        by(wanted, posted).then('TASK.OWN_UNIT_DECIDES');
        expect(by(wanted, PEOPLE.leader).events[0]).toMatchObject({ type: 'proposal.decided' });
      }
    },
  );

  it('is nobody’s who stands in a lead unit, where a clerk asks who reports for it: its people do not void its task', () => {
    const reporting = alsoIn(PEOPLE.clerk, 'reporter', UNITS.health);
    const inUnit = personWith(0x37, '卫健督查', 'supervision-clerk', UNITS.health);
    const voiding = taskIn('underway').after('task.void', soundBody('task.void'), { by: reporting });
    const by = (person: Actor) =>
      voiding.when(
        'task.decide-proposal',
        { result: 'approved' },
        {
          by: person,
          facts: { staff: { ...TASK_FACTS.staff, posts: staffOf([reporting, inUnit, PEOPLE.secondClerk]) } },
        },
      );
    by(inUnit).then('TASK.OWN_UNIT_DECIDES', '您在该事项的责任单位任职，不能由您审批；可由督查乙审批。');
    by(PEOPLE.secondClerk).then(['proposal.decided', 'task.voided']);
  });

  it('of the office’s own task is another person’s of the office who does not do its work', () => {
    const inHealth = (person: Actor, name: string): Actor => ({
      ...person,
      name,
      posts: person.posts.map((post) => ({ ...post, unitId: UNITS.health })),
    });
    const [first, second] = [inHealth(PEOPLE.clerk, '甲'), inHealth(PEOPLE.secondClerk, '乙')];
    const both = alsoIn(second, 'reporter', UNITS.health);
    const voiding = taskIn('underway').after('task.void', soundBody('task.void'), { by: first });
    const by = (person: Actor, ...others: readonly Actor[]) =>
      voiding.when(
        'task.decide-proposal',
        { result: 'approved' },
        { by: person, facts: { staff: { ...TASK_FACTS.staff, posts: staffOf([first, person, ...others]) } } },
      );
    by(second).then(['proposal.decided', 'task.voided']);
    by(both).then('TASK.OWN_UNIT_DECIDES');
    // One clerk outside makes it a unit like any other.
    by(second, personWith(0x38, '督查丙', 'supervision-clerk', UNITS.office)).then('TASK.OWN_UNIT_DECIDES');
  });

  it('is overtaken when what was asked for does not fit any more, and says why', () => {
    const reported = asked.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    const overtaken = decide(reported, 'approved', PEOPLE.secondClerk);
    overtaken.then([{ type: 'proposal.decided', data: { result: 'overtaken' } }]);
    expect(JSON.stringify(overtaken.next.history.at(-1)?.data)).toContain('不在本单位未完成的事项中');
  });

  it('moves one period of a recurring limit and leaves the others', () => {
    const quarterly = recurringTask().on('2025-03-20');
    const granted = decide(
      ask(quarterly, { limitId: 'L3', period: '2025-Q1', due: '2025-04-15' }).next,
      'approved',
    ).next;
    expect(stateOf(granted).limits[0]?.movedPeriods).toMatchObject([{ period: '2025-Q1', due: '2025-04-15' }]);
    ask(quarterly, { limitId: 'L3', due: '2025-04-15' }).then('TASK.LIMIT_NOT_OWED');
  });
});
