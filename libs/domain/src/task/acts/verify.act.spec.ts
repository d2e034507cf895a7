import {
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  usually,
  withTwoLeads,
} from '../../../testing';

const requested = taskIn('closure-requested');
const VERIFIED_ON = '2025-03-03';

describe('verifying', () => {
  it('records a conclusion, what was seen, and the day on every limit done', () => {
    const outcome = requested.when('task.verify', { conclusion: '资料属实' }, { by: PEOPLE.verifier });
    const { revision } = stateOf(requested);
    outcome.then([
      {
        type: 'check.passed',
        data: { level: 1, conclusion: '资料属实', saw: { revision, digest: 'd'.repeat(64), evidence: [] } },
      },
    ]);
    expect(stateOf(outcome)).toMatchObject({ status: 'verified', levelPassed: 1 });
    expect(stateOf(outcome).limits.map(({ verifiedOn }) => verifiedOn)).toEqual([VERIFIED_ON, VERIFIED_ON]);
  });

  it('names the files of the round', () => {
    const hash = 'a'.repeat(64);
    const evidence = [{ hash, fileName: '方案.pdf', mediaType: 'application/pdf', size: 1 }];
    usually(taskIn('underway').after('task.report', { progress: '补充', evidence }), 'task.request-closure')
      .when('task.verify', soundBody('task.verify'), { by: PEOPLE.verifier })
      .then([{ type: 'check.passed', data: { saw: { evidence: [hash] } } }]);
  });

  it('needs a conclusion in words', () => {
    requested.when('task.verify', { conclusion: '' }, { by: PEOPLE.verifier }).thenInvalid('conclusion');
  });

  it('verifies a recurring limit as far as it was claimed', () => {
    const verified = usually(recurringTask(), 'task.report', 'task.request-closure', 'task.verify');
    expect(stateOf(verified).limits.map(({ verifiedOn }) => verifiedOn)).toEqual([VERIFIED_ON]);
  });

  it('begins once every lead has asked', () => {
    const request = soundBody('task.request-closure');
    const first = withTwoLeads
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.request-closure', request, OF_HEALTH);
    first.when('task.verify', soundBody('task.verify'), { by: PEOPLE.verifier }).then('TASK.STEP_NOT_OPEN');
    first
      .after('task.report', { progress: '完成' }, OF_FINANCE)
      .after('task.request-closure', request, OF_FINANCE)
      .when('task.verify', soundBody('task.verify'), { by: PEOPLE.verifier })
      .then(['check.passed']);
  });
});
