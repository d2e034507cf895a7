import {
  aLimit,
  alsoIn,
  approved,
  circumstancesOf,
  corrected,
  inChargeOf,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  personWith,
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
import { addDays } from '../../calendar';
import { type Actor } from '../../shared/actor';
import { whyOvertaken } from '../fitting';
import { groundsOfProposal } from '../measures';
import { openProposals } from '../proposals';

/** The sample task is due on Monday 2025-06-30; ten working days later it is 2025-07-14. */
const proposedTo = (day: string): TaskStory => passedTo(taskIn('underway'), day);
const proposed = proposedTo('2025-07-14');
const byLeader = { by: PEOPLE.leader };
const open = (story: TaskStory) =>
  openProposals(stateOf(story)).map(({ act, data }) => [act, data['measures'] ?? null]);

describe('a measure against a unit that stays late', () => {
  it('(2) is proposed by the ladder at its rung, and the rung goes out', () => {
    expect(open(proposedTo('2025-07-11'))).toEqual([]);
    expect(open(proposed)).toEqual([['task.take-measure', ['bulletin', 'talk']]]);
    expect(proposed.history.slice(-2).map(({ type }) => type)).toEqual(['rung.fired', 'proposal.made']);
    expect(proposed.history.at(-1)?.data).toMatchObject({ grounds: '已逾期10个工作日，经提醒、催办、上报仍未完成' });
  });

  it('is decided by a leader in charge alone, who chooses which one', () => {
    const decide = (body: object, by = PEOPLE.leader) =>
      proposed.when('task.decide-proposal', { result: 'approved', ...body }, { by });
    decide({}, PEOPLE.secondClerk).then('TASK.LEADERS_ONLY');
    decide({}).then('TASK.MEASURE_NEEDED');
    decide({ measure: 'listed' }).then('TASK.MEASURE_NEEDED');
    const decided = decide({ measure: 'talk' });
    decided.then([
      { type: 'proposal.decided', data: { result: 'approved', measure: 'talk' } },
      { type: 'measure.taken', data: { measure: 'talk', unit: UNITS.health } },
    ]);
    expect(decided.state?.measures).toEqual([
      { measure: 'talk', unit: UNITS.health, on: '2025-07-14', by: PEOPLE.leader.name },
    ]);
  });

  it('goes to the leader of the nearest unit above by name, who alone decides as long as that post is held', () => {
    const [ofOffice] = PEOPLE.leader.posts;
    const named = { accountId: PEOPLE.leader.accountId, postId: ofOffice?.postId };
    expect(proposed.history.at(-1)?.data).toMatchObject({ leader: named });
    const other = personWith(0x31, '另一领导', 'leader', UNITS.office);
    const decide = (by: Actor, posts = staffOf([PEOPLE.leader, other])) =>
      proposed.when(
        'task.decide-proposal',
        { result: 'approved', measure: 'talk' },
        { by, facts: { staff: { posts, lineage: new Map() } } },
      );
    decide(other).then('TASK.OTHER_LEADER');
    decide(PEOPLE.leader).then(['proposal.decided', 'measure.taken']);
    // The post is vacated: another leader above decides.
    decide(other, staffOf([other])).then(['proposal.decided', 'measure.taken']);
  });

  it('goes past whoever holds a post in the unit, be it that of its leader, to the nearest one above, who alone decides', () => {
    const own = personWith(0x32, '分管副局长', 'leader', UNITS.health);
    const auditing = alsoIn(personWith(0x33, '兼审计的领导', 'leader', UNITS.office), 'auditor', UNITS.health);
    const staff = { ...TASK_FACTS.staff, posts: staffOf([own, auditing, PEOPLE.leader, PEOPLE.clerk]) };
    const named = passedTo(taskIn('underway'), '2025-07-14', { staff });
    expect(named.history.at(-1)?.data).toMatchObject({ leader: { accountId: PEOPLE.leader.accountId } });
    // The rung that proposes it is told to the one who decides.
    expect(named.history.at(-2)?.data).toMatchObject({
      told: [{ role: 'leader', people: [{ accountId: PEOPLE.leader.accountId }] }],
    });
    const decide = (by: Actor) =>
      named.when('task.decide-proposal', { result: 'approved', measure: 'talk' }, { by, facts: { staff } });
    decide(own).then('TASK.OWN_UNIT_DECIDES', '您在该事项的责任单位任职，不能由您审批；可由主要领导审批。');
    decide(auditing).then('TASK.OWN_UNIT_DECIDES');
    decide(PEOPLE.leader).then(['proposal.decided', 'measure.taken']);
  });

  it('goes to the office’s leader where nobody above is in charge of the unit, and to nobody by name where there is none', () => {
    const own = personWith(0x32, '分管副局长', 'leader', UNITS.health);
    const ofOffice = inChargeOf(
      personWith(0x36, '分管督查的领导', 'leader', UNITS.office),
      UNITS.office,
      UNITS.finance,
    );
    const ofFinance = inChargeOf(personWith(0x35, '分管财政', 'leader', UNITS.office), UNITS.finance);
    // The bureau stands below nothing.
    const lineage = new Map([...TASK_FACTS.staff.lineage, [UNITS.health, [UNITS.health]]]);
    const withStaff = (...people: readonly Actor[]) => ({ lineage, staff: { posts: staffOf(people), lineage } });
    const story = (...people: readonly Actor[]) => passedTo(taskIn('underway'), '2025-07-14', withStaff(...people));
    const all = [own, ofFinance, ofOffice, PEOPLE.clerk];
    const named = story(...all);
    expect(named.history.at(-1)?.data).toMatchObject({ leader: { accountId: ofOffice.accountId } });
    const decide = (by: Actor, told: TaskStory, ...people: readonly Actor[]) =>
      told.when('task.decide-proposal', { result: 'approved', measure: 'talk' }, { by, facts: withStaff(...people) });
    decide(own, named, ...all).then('TASK.OWN_UNIT_DECIDES');
    decide(ofFinance, named, ...all).then('TASK.OTHER_LEADER');
    decide(ofOffice, named, ...all).then(['proposal.decided', 'measure.taken']);
    const alone = story(own, ofFinance, PEOPLE.clerk);
    expect(alone.history.at(-1)?.data).not.toHaveProperty('leader');
    decide(own, alone, own, ofFinance, PEOPLE.clerk).then(
      'TASK.OWN_UNIT_DECIDES',
      '您在该事项的责任单位任职，不能由您审批；目前没有其他可审批的人员，请联系安全管理员增设领导或督查岗位。',
    );
    decide(ofFinance, alone, own, ofFinance, PEOPLE.clerk).then('TASK.OTHER_BRANCH');
  });

  it('goes past a leader who heads the unit to the next one up, and is not theirs to decide', () => {
    const both = alsoIn(personWith(0x32, '局长', 'leader', UNITS.health), 'unit-head', UNITS.health);
    const lineage = new Map([[UNITS.health, [UNITS.health, UNITS.office]]]);
    const named = (...people: readonly Actor[]) => {
      const staff = { posts: staffOf(people), lineage };
      return passedTo(taskIn('underway'), '2025-07-14', { staff });
    };
    const withBoth = named(PEOPLE.leader, both, PEOPLE.clerk);
    expect(withBoth.history.at(-1)?.data).toMatchObject({ leader: { accountId: PEOPLE.leader.accountId } });
    const alone = named(both, PEOPLE.clerk);
    expect(alone.history.at(-1)?.data).not.toHaveProperty('leader');
    const decision = { result: 'approved', measure: 'talk' } as const;
    const facts = { lineage, staff: { posts: staffOf([PEOPLE.leader, both]), lineage } };
    alone.when('task.decide-proposal', decision, { by: both, facts }).then('TASK.OWN_UNIT_DECIDES');
    alone
      .when('task.decide-proposal', decision, { by: PEOPLE.leader, facts })
      .then(['proposal.decided', 'measure.taken']);
  });

  it('is another leader’s once the one to whom it went by name is not in charge of the unit any more', () => {
    const deputy = inChargeOf(personWith(0x34, '分管副市长', 'leader', UNITS.insurance), UNITS.health);
    const posts = staffOf([PEOPLE.leader, deputy]);
    const named = passedTo(taskIn('underway'), '2025-07-14', { staff: { ...TASK_FACTS.staff, posts } });
    expect(named.history.at(-1)?.data).toMatchObject({ leader: { accountId: deputy.accountId } });
    const decision = { result: 'approved', measure: 'talk' } as const;
    const staffed = (...people: readonly Actor[]) => ({ staff: { ...TASK_FACTS.staff, posts: staffOf(people) } });
    const decide = (by: Actor, facts: ReturnType<typeof staffed>) =>
      named.when('task.decide-proposal', decision, { by, facts });
    decide(deputy, staffed(PEOPLE.leader, deputy)).then(['proposal.decided', 'measure.taken']);
    decide(PEOPLE.leader, staffed(PEOPLE.leader, deputy)).then('TASK.OTHER_LEADER');
    const moved = inChargeOf(deputy, UNITS.finance);
    decide(PEOPLE.leader, staffed(PEOPLE.leader, moved)).then(['proposal.decided', 'measure.taken']);
    decide(moved, staffed(PEOPLE.leader, moved)).then(
      'TASK.OTHER_BRANCH',
      '该事项所涉单位不归您分管，请由分管领导主要领导审批。',
    );
  });

  it('climbs to the leader with everything below in their charge where the only deputy heads the unit', () => {
    const own = alsoIn(personWith(0x34, '副市长兼局长', 'leader', UNITS.office), 'unit-head', UNITS.health);
    const deputy = {
      ...own,
      posts: own.posts.map((post) => (post.role === 'leader' ? { ...post, inCharge: [UNITS.health] } : post)),
    };
    const facts = { staff: { ...TASK_FACTS.staff, posts: staffOf([deputy, PEOPLE.leader]) } };
    const named = passedTo(taskIn('underway'), '2025-07-14', facts);
    expect(named.history.at(-1)?.data).toMatchObject({ leader: { accountId: PEOPLE.leader.accountId } });
  });

  it('is another leader’s once the one to whom it went by name heads the unit', () => {
    const other = personWith(0x31, '另一领导', 'leader', UNITS.office);
    const changed = alsoIn(PEOPLE.leader, 'unit-head', UNITS.health);
    const facts = { staff: { posts: staffOf([changed, other]), lineage: new Map() } };
    const decision = { result: 'approved', measure: 'talk' } as const;
    proposed.when('task.decide-proposal', decision, { by: changed, facts }).then('TASK.OWN_UNIT_DECIDES');
    proposed.when('task.decide-proposal', decision, { by: other, facts }).then(['proposal.decided', 'measure.taken']);
  });

  it('is refused with a reason, and then not proposed again in this climb', () => {
    proposed.when('task.decide-proposal', { result: 'refused' }, byLeader).then('TASK.REASON_NEEDED');
    const refused = proposed.after('task.decide-proposal', { result: 'refused', reason: '正在协调省级系统' }, byLeader);
    expect(open(passedTo(refused, '2025-09-01'))).toEqual([]);
  });

  it('waits once of each kind for a unit, however many of its limits are late', () => {
    expect(open(passedTo(proposed, '2025-10-30'))).toEqual([
      ['task.take-measure', ['bulletin', 'talk']],
      ['task.take-measure', ['listed']],
    ]);
  });

  it('stands for a further delay that comes so far meanwhile, of which nobody is told beside it', () => {
    const two = corrected(taskIn('underway'), { addedLimits: [aLimit('L9', { due: '2025-06-30' })] });
    const story = passedTo(two, '2025-07-18');
    const rungs = story.history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.rung.kind === 'propose' ? [event.data] : [],
    );
    expect(rungs.map(({ obligation, told, joins }) => [obligation?.limitId, told.length, joins ?? null])).toEqual([
      ['L1', 1, null],
      ['L9', 0, openProposals(stateOf(story))[0]?.proposalId],
    ]);
    const done = story.after('task.report', { progress: '完成一项', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    done.when('task.decide-proposal', { result: 'approved', measure: 'talk' }, byLeader).then([
      'proposal.decided',
      {
        type: 'measure.taken',
        data: {
          grounds:
            '截至2025-07-18最长已逾期14个工作日，经提醒、催办、上报仍未完成；提出建议后，该单位于2025-07-18填报过进展',
        },
      },
    ]);
  });

  it('keeps as its grounds how things are on the day of the decision', () => {
    const decided = proposed
      .on('2025-07-21')
      .when('task.decide-proposal', { result: 'approved', measure: 'talk' }, byLeader);
    decided.then([
      'proposal.decided',
      { type: 'measure.taken', data: { grounds: '截至2025-07-21最长已逾期15个工作日，经提醒、催办、上报仍未完成' } },
    ]);
    const reported = proposed.on('2025-07-21').after('task.report', { progress: '推进中' }, OF_HEALTH);
    const [waiting] = openProposals(stateOf(reported));
    if (!waiting) throw new Error('it waits');
    const { calendar, policy } = circumstancesOf(PEOPLE.leader);
    expect(groundsOfProposal(stateOf(reported), waiting, { today: '2025-07-21', calendar, policy })).toBe(
      '截至2025-07-21最长已逾期15个工作日，经提醒、催办、上报仍未完成；提出建议后，该单位于2025-07-21填报过进展',
    );
  });

  const reported = proposed
    .on('2025-07-15')
    .when('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
  const OVER = '建议所依据的逾期事项已完成、时限已调整或任务已缓办，无需再作决定。';

  it('ends by itself with the report by which its delay is over, in the same append', () => {
    reported.then(['lane.reported', { type: 'proposal.decided', data: { result: 'overtaken', reason: OVER } }]);
    expect(open(reported.next)).toEqual([]);
    // Done before it was late again, it is not proposed for a delay that is over.
    expect(open(passedTo(reported.next, '2025-09-01'))).toEqual([]);
  });

  it.each([
    ['its limit has another day', corrected(proposed, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] })],
    [
      'the task is suspended',
      approved(proposed.after('task.suspend', { ...soundBody('task.suspend'), until: '2025-08-01' })),
    ],
  ])('ends by itself where %s', (_what, story) => {
    expect(open(story).filter(([act]) => act === 'task.take-measure')).toEqual([]);
    expect(stateOf(story).turns.filter(({ kind }) => kind === 'decide')).toEqual([]);
    expect(story.history.at(-1)).toMatchObject({ type: 'proposal.decided', data: { result: 'overtaken' } });
  });

  it('goes on where a report leaves its delay, and where another unit reports', () => {
    const told = proposed.after('task.report', { progress: '推进中' }, OF_HEALTH);
    expect(open(told)).toHaveLength(1);
    expect(open(told.after('task.report', { progress: '已配合' }, { by: PEOPLE.supportReporter }))).toHaveLength(1);
  });

  it('goes on through a claim that leaves its delay owed, and the return of that', () => {
    const owed = [{ limitId: 'L1', period: null, reason: '方案还在会签' }];
    const asked = proposed.after('task.request-closure', { ...soundBody('task.request-closure'), owed }, OF_HEALTH);
    expect(open(asked)).toEqual([['task.take-measure', ['bulletin', 'talk']]]);
    const returned = usually(asked.on('2025-07-17'), 'task.return');
    expect(open(returned)).toEqual([['task.take-measure', ['bulletin', 'talk']]]);
    // The next run of its ladder brings no second one.
    const later = passedTo(returned, '2025-08-29');
    expect(open(later).filter(([, measures]) => JSON.stringify(measures).includes('talk'))).toHaveLength(1);
    returned
      .when('task.decide-proposal', { result: 'approved', measure: 'talk' }, byLeader)
      .then(['proposal.decided', { type: 'measure.taken', data: { measure: 'talk', unit: UNITS.health } }]);
  });

  it('waits again once the report that ended it is taken back, and its leader has the whole time to decide', () => {
    const back = reported.next.on('2025-07-17').after('task.withdraw', {}, OF_HEALTH);
    expect(open(back)).toEqual([['task.take-measure', ['bulletin', 'talk']]]);
    const urged = passedTo(back, '2025-07-25').history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.holder === 'decide' ? [event.data] : [],
    );
    expect(urged.map(({ rung, due }) => [rung.rungId, due])).toEqual([
      ['due', '2025-07-24'],
      ['urge-1', '2025-07-24'],
    ]);
    back
      .when('task.decide-proposal', { result: 'approved', measure: 'talk' }, byLeader)
      .then([
        'proposal.decided',
        { type: 'measure.taken', data: { grounds: '截至2025-07-17最长已逾期13个工作日，经提醒、催办、上报仍未完成' } },
      ]);
    // Done and taken back a second time it still waits, once.
    const twice = back
      .after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH)
      .after('task.withdraw', {}, OF_HEALTH);
    expect(open(passedTo(twice, '2025-09-01')).filter(([act]) => act === 'task.take-measure')).toHaveLength(1);
  });

  it('is proposed again in its climb ten working days after another day is missed, since nobody had decided on it', () => {
    const moved = corrected(proposed, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] });
    expect(open(passedTo(moved, '2025-09-11'))).toEqual([['task.take-measure', ['listed']]]);
    expect(open(passedTo(moved, '2025-09-12'))).toEqual([
      ['task.take-measure', ['listed']],
      ['task.take-measure', ['bulletin', 'talk']],
    ]);
  });

  it('is proposed again with the next notice where a suspension ended on its own day, until it is decided', () => {
    const until = { ...soundBody('task.suspend'), until: '2025-08-01' };
    const resumed = approved(proposed.on('2025-07-15').after('task.suspend', until)).after('task.resume', {});
    expect(open(passedTo(resumed, '2025-07-18'))).toEqual([]);
    const again = passedTo(resumed, '2025-07-21');
    expect(open(again)).toEqual([['task.take-measure', ['bulletin', 'talk']]]);
    const refused = again.after('task.decide-proposal', { result: 'refused', reason: '已约谈过' }, byLeader);
    expect(open(passedTo(refused, '2025-08-29'))).toEqual([]);
  });

  it('is tried before its leader presses the button where the record of another program left it waiting', () => {
    const left = proposed.recorded(
      reported.events.filter(({ type }) => type === 'lane.reported'),
      PEOPLE.reporter,
      '2025-07-15',
    );
    const [measure] = openProposals(stateOf(left));
    if (!measure) throw new Error('it waits');
    const { calendar, policy } = circumstancesOf(PEOPLE.leader);
    expect(whyOvertaken(stateOf(left), measure, { today: left.today, calendar, policy })).toBe(OVER);
    left
      .when('task.decide-proposal', { result: 'approved', measure: 'talk' }, byLeader)
      .then([{ type: 'proposal.decided', data: { result: 'overtaken', reason: OVER } }]);
  });

  it('is overtaken where the task has ended meanwhile', () => {
    const ended = usually(proposed, 'task.terminate');
    expect(open(ended)).toEqual([]);
    expect(ended.history.map(({ data }) => ('result' in data ? data.result : null))).toContain('overtaken');
  });
});

describe('挂牌督办', () => {
  /** Escalated, reported, returned on the same day, and escalated again. */
  const again = (story: TaskStory) =>
    usually(story.after('task.report', soundBody('task.report'), OF_HEALTH), 'task.request-closure', 'task.return');

  it('is proposed with the second climb of a unit that was escalated', () => {
    const first = proposedTo('2025-07-07');
    expect(open(first)).toEqual([]);
    const second = again(first);
    expect(open(passedTo(second, addDays('2025-07-07', 6)))).toEqual([]);
    expect(open(passedTo(second, addDays('2025-07-07', 9)))).toEqual([['task.take-measure', ['listed']]]);
  });

  /** Two delays of the unit: L1 is due on 2025-06-30, L9 two months later. */
  const two = corrected(taskIn('underway'), { addedLimits: [aLimit('L9', { due: '2025-08-29' })] });
  const first = passedTo(two, '2025-07-14');

  it('is proposed with the second day that a unit misses so far, another limit’s too', () => {
    const refused = first.after('task.decide-proposal', { result: 'refused', reason: '正在协调省级系统' }, byLeader);
    expect(open(passedTo(refused, '2025-09-04'))).toEqual([]);
    expect(open(passedTo(refused, '2025-09-05'))).toEqual([['task.take-measure', ['listed']]]);
  });

  it('is proposed beside another measure that waits already, and each is decided by itself', () => {
    const both = passedTo(first, '2025-09-05');
    expect(open(both)).toEqual([
      ['task.take-measure', ['bulletin', 'talk']],
      ['task.take-measure', ['listed']],
    ]);
    const [talk, listed] = openProposals(stateOf(both));
    const decide = (story: TaskStory, proposalId = '', measure: 'talk' | 'listed' = 'talk') =>
      story.after('task.decide-proposal', { proposalId, result: 'approved', measure }, byLeader);
    const decided = decide(decide(both, listed?.proposalId, 'listed'), talk?.proposalId);
    expect(stateOf(decided).measures.map(({ measure }) => measure)).toEqual(['listed', 'talk']);
  });

  it('is proposed once in a task, and again with the next delay only where it was overtaken', () => {
    const third = corrected(two, { addedLimits: [aLimit('L8', { due: '2025-10-31' })] });
    const listed = passedTo(third, '2025-09-05');
    const waiting = openProposals(stateOf(listed)).find(({ data }) => JSON.stringify(data).includes('listed'));
    const refused = listed.after(
      'task.decide-proposal',
      { proposalId: waiting?.proposalId, result: 'refused', reason: '先约谈' },
      byLeader,
    );
    const listings = (story: TaskStory) =>
      open(story).filter(([, measures]) => JSON.stringify(measures) === '["listed"]');
    expect(listings(passedTo(refused, '2025-12-31'))).toEqual([]);
    const done = [{ limitId: 'L1' }, { limitId: 'L9' }];
    const overtaken = listed.after('task.report', { progress: '两项完成', done }, OF_HEALTH);
    expect(open(overtaken)).toEqual([]);
    expect(listings(passedTo(overtaken, '2025-12-31'))).toHaveLength(1);
  });

  it('waits again with the next rung where a suspension ended on its own day, until it is decided', () => {
    const late = passedTo(
      first.after('task.decide-proposal', { result: 'refused', reason: '先督促' }, byLeader),
      '2025-09-05',
    );
    expect(open(late)).toEqual([['task.take-measure', ['listed']]]);
    const until = { ...soundBody('task.suspend'), until: '2025-10-31' };
    const resumed = approved(late.on('2025-09-08').after('task.suspend', until)).after('task.resume', {});
    const listings = (story: TaskStory) => open(story).filter(([, which]) => JSON.stringify(which) === '["listed"]');
    expect(listings(resumed)).toEqual([]);
    const again = passedTo(resumed, '2025-09-15');
    expect(listings(again)).toHaveLength(1);
    const [waiting] = openProposals(stateOf(again)).filter(({ data }) => JSON.stringify(data).includes('listed'));
    expect(waiting?.grounds).toContain('第2次逾期上报');
    const refused = again.after(
      'task.decide-proposal',
      { proposalId: waiting?.proposalId, result: 'refused', reason: '已约谈过' },
      byLeader,
    );
    expect(listings(passedTo(refused, '2025-10-31'))).toEqual([]);
  });

  it('is not proposed for a unit that is late for the first time, whatever another lead owes: its delay was the second', () => {
    expect(open(passedTo(withTwoLeads, '2025-07-07'))).toEqual([]);
  });
});
