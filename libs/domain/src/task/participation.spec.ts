import { PEOPLE, soundBody, stateOf, taskIn, type TaskStory, UNITS, usually } from '../../testing';

const requested = taskIn('closure-requested');
const verified = taskIn('verified');
const close = (story: TaskStory, by = PEOPLE.closer) => story.when('task.close', soundBody('task.close'), { by });
const verify = (story: TaskStory, by = PEOPLE.verifier) => story.when('task.verify', soundBody('task.verify'), { by });

describe('separation of duty', () => {
  it.each([
    ['who reported', PEOPLE.reporter],
    ['who asked for closure', PEOPLE.unitHead],
  ])('refuses a verification or return by one %s', (_who, person) => {
    verify(requested, person).then('TASK.REPORTER_VERIFIES');
    requested.when('task.return', soundBody('task.return'), { by: person }).then('TASK.REPORTER_VERIFIES');
  });

  it('refuses a verification by the clerk who reported for a unit', () => {
    const said = soundBody('task.report-on-behalf');
    const onBehalf = { ...said.onBehalf, unitId: UNITS.health };
    const reported = taskIn('assigned').after('task.report-on-behalf', { ...said, onBehalf });
    const story = usually(reported, 'task.request-closure');
    verify(story, PEOPLE.clerk).then('TASK.REPORTER_VERIFIES');
  });

  it.each([
    ['who reported', PEOPLE.reporter],
    ['who asked for closure', PEOPLE.unitHead],
    ['who verified', PEOPLE.verifier],
  ])('refuses a closing by one %s', (_who, person) => {
    close(verified, person).then('TASK.VERIFIER_CLOSES');
  });

  it('refuses a closing by one who returned the task before another verified it', () => {
    const story = usually(requested, 'task.return', 'task.report', 'task.request-closure').after(
      'task.verify',
      soundBody('task.verify'),
      { by: PEOPLE.secondVerifier },
    );
    close(story, PEOPLE.verifier).then('TASK.VERIFIER_CLOSES');
    close(story, PEOPLE.closer).then(['task.closed']);
  });
});

describe('participation', () => {
  it('survives a withdrawal: who reported and took it back still does not verify', () => {
    const story = taskIn('underway')
      .after('task.report', { progress: '误填' }, { by: PEOPLE.verifier })
      .after('task.withdraw', {}, { by: PEOPLE.verifier });
    verify(usually(story, 'task.request-closure')).then('TASK.REPORTER_VERIFIES');
    verify(usually(story, 'task.request-closure'), PEOPLE.secondVerifier).then(['check.passed']);
  });

  it('survives the withdrawal of a check: who verified and took it back still does not close', () => {
    const back = verified.after('task.withdraw', {}, { by: PEOPLE.verifier });
    const again = verify(back, PEOPLE.secondVerifier).next;
    close(again, PEOPLE.verifier).then('TASK.VERIFIER_CLOSES');
  });

  it('names each account once', () => {
    const twice = usually(taskIn('underway'), 'task.report', 'task.report');
    expect(stateOf(twice).participation).toEqual({
      reported: [PEOPLE.reporter.accountId],
      recorded: [],
      assigned: [PEOPLE.clerk.accountId],
      checked: [],
      closed: [],
      reportedFor: [UNITS.health],
    });
  });
});

describe('practice', () => {
  const ledger = { code: 'LX', closingPrefix: '练习销', practiceOf: PEOPLE.reporter.accountId };
  const practice = { by: PEOPLE.reporter, facts: { ledger } };
  const asked = taskIn('underway').after('task.request-closure', soundBody('task.request-closure'), practice);

  it('lets one person verify, return and close what they reported', () => {
    asked.when('task.return', soundBody('task.return'), practice).then(['check.returned']);
    const checked = asked.after('task.verify', soundBody('task.verify'), practice);
    checked.when('task.close', soundBody('task.close'), practice).then(['task.closed']);
  });

  it('changes nothing else: what is not open stays closed', () => {
    asked.when('task.close', soundBody('task.close'), practice).then('TASK.STEP_NOT_OPEN');
    taskIn('assigned').when('task.verify', soundBody('task.verify'), practice).then('TASK.STEP_NOT_OPEN');
  });

  it('is a matter of the ledger, not of the person', () => {
    verify(asked, PEOPLE.reporter).then('TASK.REPORTER_VERIFIES');
  });
});
