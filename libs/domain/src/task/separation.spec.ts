import {
  actedBy,
  noTask,
  OF_HEALTH,
  PEOPLE,
  personWith,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
} from '../../testing';
import { type Actor, type Role } from '../shared/actor';

const CLOSURE = { selfCheck: '各项举措已完成', committed: true } as const;
const requested = taskIn('closure-requested');
const verified = taskIn('verified');
const verify = (story: TaskStory, by: Actor) => story.when('task.verify', soundBody('task.verify'), { by });
const sendBack = (story: TaskStory, by: Actor) => story.when('task.return', soundBody('task.return'), { by });
const close = (story: TaskStory, by: Actor) => story.when('task.close', soundBody('task.close'), { by });

/** Somebody of the office with a second post in another unit. */
function alsoIn(unitId: string, role: Role, person: Actor, practice = false): Actor {
  const [own] = person.posts;
  if (!own) throw new Error(`${person.name} holds no post`);
  const second = { ...own, postId: `${own.postId.slice(0, -4)}ffff`, unitId, role };
  return { ...person, posts: [own, practice ? { ...second, practice } : second] };
}

describe('a post in a unit that has a part in the task', () => {
  it.each([
    ['the lead', UNITS.health],
    ['a supporting', UNITS.finance],
  ])('(10) keeps a verifier and a closer of %s unit from checking, returning and closing', (_which, unitId) => {
    const verifier = personWith(0x21, '本单位核验人', 'verifier', unitId);
    const closer = personWith(0x22, '本单位销号人', 'closer', unitId);
    verify(requested, verifier).then('TASK.OWN_UNIT_VERIFIES');
    sendBack(requested, verifier).then('TASK.OWN_UNIT_VERIFIES');
    sendBack(verified, verifier).then('TASK.OWN_UNIT_VERIFIES');
    close(verified, closer).then('TASK.OWN_UNIT_CLOSES');
    sendBack(verified, closer).then('TASK.OWN_UNIT_CLOSES');
  });

  it('(10) counts whatever its role, and whichever post the person acts under', () => {
    for (const role of ['auditor', 'leader', 'supervision-clerk', 'verifier'] as const) {
      verify(requested, alsoIn(UNITS.finance, role, PEOPLE.verifier)).then('TASK.OWN_UNIT_VERIFIES');
      close(verified, alsoIn(UNITS.health, role, PEOPLE.closer)).then('TASK.OWN_UNIT_CLOSES');
    }
  });

  it('(10) counts also when it was gained after the check began', () => {
    const verifier = PEOPLE.verifier;
    const returned = sendBack(requested, verifier).next;
    const again = usually(returned, 'task.report', 'task.request-closure');
    verify(again, alsoIn(UNITS.health, 'auditor', verifier)).then('TASK.OWN_UNIT_VERIFIES');
    verify(again, verifier).then(['check.passed']);
  });

  it('(10) counts for a unit that came after the check had been passed', () => {
    const closer = personWith(0x23, '医保局销号人', 'closer', UNITS.insurance);
    const verifier = personWith(0x24, '医保局核验人', 'verifier', UNITS.insurance);
    const passed = verify(requested, verifier).next;
    const returned = sendBack(passed, PEOPLE.secondVerifier).next;
    const joined = returned.after('task.correct', {
      changes: { supportUnitIds: [UNITS.finance, UNITS.insurance] },
      reason: '漏列配合单位',
    });
    const again = usually(joined, 'task.report', 'task.request-closure');
    verify(again, verifier).then('TASK.OWN_UNIT_VERIFIES');
    close(verify(again, PEOPLE.secondVerifier).next, closer).then('TASK.OWN_UNIT_CLOSES');
  });

  it('(10) counts for a unit that has reported and left the task since, however it left', () => {
    const verifier = personWith(0x25, '卫健局核验人', 'verifier', UNITS.health);
    const left = taskIn('assigned')
      .after('task.accept', {}, OF_HEALTH)
      .after('task.report', { progress: '误填' }, OF_HEALTH)
      .after('task.withdraw', {}, OF_HEALTH)
      .after('task.withdraw', {}, OF_HEALTH)
      .after('task.decline', { reason: '职责不在本单位' }, OF_HEALTH)
      .after('task.correct', { changes: { leadUnitIds: [UNITS.insurance] }, reason: '改由医保局牵头' });
    const lead = { by: personWith(0x26, '医保经办', 'reporter', UNITS.insurance) };
    const head = { by: personWith(0x27, '医保负责人', 'unit-head', UNITS.insurance) };
    const asked = usually(left, 'task.assign')
      .after('task.accept', {}, lead)
      .after('task.report', soundBody('task.report'), lead)
      .after('task.request-closure', CLOSURE, head);
    expect(stateOf(asked).lanes.map(({ unitId }) => unitId)).not.toContain(UNITS.health);
    verify(asked, verifier).then('TASK.OWN_UNIT_VERIFIES');
    verify(asked, PEOPLE.verifier).then(['check.passed']);
  });

  it('does not count where it is above the unit, or for practice', () => {
    const above = alsoIn(UNITS.office, 'leader', PEOPLE.verifier);
    verify(requested, above).then(['check.passed']);
    verify(requested, alsoIn(UNITS.health, 'reporter', PEOPLE.verifier, true)).then(['check.passed']);
  });
});

describe('who gave the task to its units', () => {
  it('(11) does not check it; another person of the same office does', () => {
    const both = alsoIn(UNITS.office, 'verifier', PEOPLE.clerk);
    verify(requested, both).then('TASK.ASSIGNER_VERIFIES');
    sendBack(requested, both).then('TASK.ASSIGNER_VERIFIES');
    verify(requested, alsoIn(UNITS.office, 'verifier', PEOPLE.secondClerk)).then(['check.passed']);
  });

  it('(11) is also whoever assigned it first and took that back, beside whoever assigned it then', () => {
    const second = { by: PEOPLE.secondClerk };
    const again = taskIn('hung')
      .after('task.assign', soundBody('task.assign'), second)
      .after('task.withdraw', {}, second);
    const asked = usually(again, 'task.assign', 'task.accept', 'task.report', 'task.request-closure');
    verify(asked, alsoIn(UNITS.office, 'verifier', PEOPLE.secondClerk)).then('TASK.ASSIGNER_VERIFIES');
    verify(asked, alsoIn(UNITS.office, 'verifier', PEOPLE.clerk)).then('TASK.ASSIGNER_VERIFIES');
  });

  it('(11) is also who brought a unit by a correction, and who asked for it where another approved', () => {
    const supports = { supportUnitIds: [UNITS.finance, UNITS.insurance] };
    const days = { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] };
    const second = { by: PEOPLE.secondClerk };
    const end = (story: TaskStory) => usually(story, 'task.request-closure');
    const alone = taskIn('underway').after('task.correct', { changes: supports, reason: '漏列' }, second);
    const asSecond = alsoIn(UNITS.office, 'verifier', PEOPLE.secondClerk);
    verify(end(alone), asSecond).then('TASK.ASSIGNER_VERIFIES');
    const third = personWith(0x28, '督查丙', 'supervision-clerk', UNITS.office);
    const proposed = taskIn('underway').after(
      'task.correct',
      { changes: { ...supports, ...days }, reason: '漏列' },
      second,
    );
    const approvedByThird = proposed.after('task.decide-proposal', { result: 'approved' }, { by: third });
    expect(stateOf(approvedByThird).participation.assigned).toEqual(
      [PEOPLE.clerk, third, PEOPLE.secondClerk].map(({ accountId }) => accountId),
    );
    verify(end(approvedByThird), asSecond).then('TASK.ASSIGNER_VERIFIES');
  });

  it('(11) is, of a child, whoever split its parent, though the program assigned it', () => {
    const { parent, ...sample } = soundBody('task.begin-child');
    const splitter = alsoIn(UNITS.office, 'verifier', PEOPLE.secondClerk);
    const splitBy = actedBy(PEOPLE.secondClerk);
    const child = noTask.after(
      'task.begin-child',
      { ...sample, leads: [UNITS.health], parent: { ...parent, splitBy } },
      { by: PEOPLE.engine },
    );
    const asked = usually(child, 'task.accept', 'task.report', 'task.request-closure');
    expect(stateOf(asked).participation.assigned).toEqual([splitBy.accountId]);
    verify(asked, splitter).then('TASK.ASSIGNER_VERIFIES');
    verify(asked, PEOPLE.verifier).then(['check.passed']);
  });

  it('(11) is, of the parent too, whoever split it', () => {
    const asSecond = { by: PEOPLE.secondClerk };
    const split = taskIn('underway').after('task.split', soundBody('task.split'), asSecond);
    const childId = stateOf(split).children[0]?.taskId ?? '';
    const ended = split.after('task.note-child', { ...soundBody('task.note-child'), childId }, { by: PEOPLE.engine });
    const asked = usually(ended, 'task.report', 'task.request-closure');
    expect(stateOf(asked).participation.assigned).toEqual(
      [PEOPLE.clerk, PEOPLE.secondClerk].map((each) => each.accountId),
    );
    verify(asked, alsoIn(UNITS.office, 'verifier', PEOPLE.secondClerk)).then('TASK.ASSIGNER_VERIFIES');
    verify(asked, PEOPLE.verifier).then(['check.passed']);
  });

  it('is nobody who put a word or a day right, or took a unit out', () => {
    const second = { by: PEOPLE.secondClerk };
    const story = taskIn('assigned')
      .after('task.correct', { changes: { title: '改后的题目' }, reason: '笔误' }, second)
      .after('task.correct', { changes: { supportUnitIds: [] }, reason: '财政局未签收' }, second);
    expect(stateOf(story).participation.assigned).toEqual([PEOPLE.clerk.accountId]);
  });
});

describe('whoever closes', () => {
  it('(12) sends a verified task back, which is no check: they close it later all the same', () => {
    const returned = sendBack(verified, PEOPLE.closer);
    returned.then([{ type: 'check.returned', data: { level: null, missing: '缺少验收报告', to: [UNITS.health] } }]);
    expect(stateOf(returned)).toMatchObject({ status: 'returned', levelPassed: 0 });
    expect(stateOf(returned).participation.checked).toEqual([PEOPLE.verifier.accountId]);
    const again = usually(returned.next, 'task.report', 'task.request-closure', 'task.verify');
    close(again, PEOPLE.closer).then(['task.closed']);
  });

  it('(12) takes such a return back, until the unit goes on', () => {
    const returned = sendBack(verified, PEOPLE.closer).next;
    const back = returned.after('task.withdraw', {}, { by: PEOPLE.closer });
    expect(stateOf(back).status).toBe('verified');
    const reported = usually(returned, 'task.report');
    reported.when('task.withdraw', {}, { by: PEOPLE.closer }).then('TASK.NOT_YOUR_STEP');
  });

  it('(12) has no say before a verifier has passed it, and none in what they reported or checked', () => {
    sendBack(requested, PEOPLE.closer).then('TASK.STEP_NOT_OPEN');
    const checker = { ...PEOPLE.closer, accountId: PEOPLE.verifier.accountId };
    sendBack(verified, checker).then('TASK.VERIFIER_CLOSES');
    const reporter = { ...PEOPLE.closer, accountId: PEOPLE.reporter.accountId };
    sendBack(verified, reporter).then('TASK.VERIFIER_CLOSES');
  });

  it('may have assigned the task', () => {
    close(verified, { ...PEOPLE.closer, accountId: PEOPLE.clerk.accountId }).then(['task.closed']);
  });
});
