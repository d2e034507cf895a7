import {
  aLimit,
  circumstancesOf,
  noTask,
  PEOPLE,
  SOUND,
  stateOf,
  taskIn,
  type TaskStory,
  usually,
} from '../../testing';
import { whyNotClosed } from '.';

const ids = (limits: readonly { readonly limitId: string }[]) => limits.map(({ limitId }) => limitId);
const requested = taskIn('closure-requested');
const verified = taskIn('verified');
const close = (story: TaskStory, by = PEOPLE.closer) => story.when('task.close', SOUND['task.close'], { by });

describe('requesting closure', () => {
  const accepted = usually(taskIn('assigned'), 'task.accept');
  const request = (story: TaskStory) =>
    story.when('task.request-closure', SOUND['task.request-closure'], { by: PEOPLE.unitHead });

  it('needs a report', () => {
    request(accepted).then('TASK.NOTHING_REPORTED');
    request(usually(accepted, 'task.report-on-behalf')).then(['task.closure-requested']);
  });

  it('claims every limit that is not done', () => {
    const reported = accepted.after('task.report', { progress: '完成', limitsDone: ['L1'] }, { by: PEOPLE.reporter });
    request(reported).then([{ type: 'task.closure-requested', data: { limitsClaimed: ['L2'] } }]);
    expect(stateOf(request(reported)).limits.map(({ done }) => done?.claimedByRequest)).toEqual([false, true]);
  });

  it('demands a self-check in words', () => {
    taskIn('underway')
      .when('task.request-closure', { selfCheck: ' ', committed: true }, { by: PEOPLE.unitHead })
      .thenInvalid('selfCheck');
  });

  it('takes no new duty while the claim is being checked', () => {
    const correction = { changes: { addedLimits: [aLimit('L9')] }, reason: '漏录时限' };
    requested.when('task.correct', correction).then('TASK.UNDER_CHECK');
    verified.when('task.correct', correction).then('TASK.UNDER_CHECK');
    taskIn('returned').when('task.correct', correction).then(['task.corrected']);
  });
});

describe('verifying', () => {
  it('records a conclusion and the day on every limit done', () => {
    const outcome = requested.when('task.verify', { conclusion: '资料属实' }, { by: PEOPLE.verifier });
    outcome.then([{ type: 'task.verified', data: { level: 1, conclusion: '资料属实' } }]);
    expect(stateOf(outcome).limits.map(({ verifiedOn }) => verifiedOn)).toEqual(['2025-03-03', '2025-03-03']);
  });

  it('needs a conclusion in words', () => {
    requested.when('task.verify', { conclusion: '' }, { by: PEOPLE.verifier }).thenInvalid('conclusion');
  });
});

describe('separation of duty', () => {
  it.each([
    ['who reported', PEOPLE.reporter],
    ['who asked for closure', PEOPLE.unitHead],
  ])('refuses a verification or return by one %s', (_who, person) => {
    requested.when('task.verify', SOUND['task.verify'], { by: person }).then('TASK.REPORTER_VERIFIES');
    requested.when('task.return', SOUND['task.return'], { by: person }).then('TASK.REPORTER_VERIFIES');
  });

  it('refuses a verification by the clerk who reported for a unit', () => {
    const story = usually(taskIn('assigned'), 'task.accept', 'task.report-on-behalf', 'task.request-closure');
    story.when('task.verify', SOUND['task.verify'], { by: PEOPLE.clerk }).then('TASK.REPORTER_VERIFIES');
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
      SOUND['task.verify'],
      { by: PEOPLE.secondVerifier },
    );
    close(story, PEOPLE.verifier).then('TASK.VERIFIER_CLOSES');
    close(story, PEOPLE.closer).then(['task.closed']);
  });

  it('forgets a report that was withdrawn', () => {
    const story = taskIn('underway')
      .after('task.report', { progress: '误填' }, { by: PEOPLE.verifier })
      .after('task.withdraw', {}, { by: PEOPLE.verifier });
    usually(story, 'task.request-closure')
      .when('task.verify', SOUND['task.verify'], { by: PEOPLE.verifier })
      .then(['task.verified']);
  });
});

describe('practice', () => {
  const practice = { by: PEOPLE.reporter, facts: { practice: true } };
  const asked = taskIn('underway').after('task.request-closure', SOUND['task.request-closure'], practice);

  it('lets one person verify, return and close what they reported', () => {
    asked.when('task.return', SOUND['task.return'], practice).then(['task.returned']);
    const checked = asked.after('task.verify', SOUND['task.verify'], practice);
    checked.when('task.close', SOUND['task.close'], practice).then(['task.closed']);
  });

  it('changes nothing else: what is not open stays closed', () => {
    asked.when('task.close', SOUND['task.close'], practice).then('TASK.STEP_NOT_OPEN');
    taskIn('assigned').when('task.verify', SOUND['task.verify'], practice).then('TASK.STEP_NOT_OPEN');
  });

  it('is a matter of the ledger, not of the person', () => {
    asked.when('task.verify', SOUND['task.verify'], { by: PEOPLE.reporter }).then('TASK.REPORTER_VERIFIES');
  });
});

describe('returning', () => {
  it('reopens what the request claimed, and no more', () => {
    const story = usually(
      usually(taskIn('assigned'), 'task.accept').after(
        'task.report',
        { progress: '完成一项', limitsDone: ['L1'] },
        { by: PEOPLE.reporter },
      ),
      'task.request-closure',
    );
    const returned = story.when('task.return', { missing: '缺少验收报告' }, { by: PEOPLE.verifier });
    returned.then([{ type: 'task.returned', data: { missing: '缺少验收报告', limitsReopened: ['L2'] } }]);
    expect(stateOf(returned).limits.map(({ done }) => done === null)).toEqual([false, true]);
  });

  it('reopens what the verifier names, and refuses what the task does not have', () => {
    const by = { by: PEOPLE.verifier };
    const named = requested.when('task.return', { missing: '缺少验收报告', limitsReopened: ['L2'] }, by);
    expect(ids(stateOf(named).limits.filter(({ done }) => done === null))).toEqual(['L2']);
    requested.when('task.return', { missing: '缺', limitsReopened: ['L9'] }, by).then('TASK.LIMIT_UNKNOWN');
  });

  it('re-arms what it reopens, from now on, and pins calendar and ladder', () => {
    const returned = requested.when('task.return', SOUND['task.return'], { by: PEOPLE.verifier, today: '2025-05-06' });
    returned.then([{ type: 'task.returned', data: { calendarVersion: 'sample-2025', ladderVersion: 'default-1' } }]);
    for (const { armedAt } of stateOf(returned).limits) expect(armedAt).toMatch(/^2025-05-06T/);
  });

  it('takes back the verification of what it reopens', () => {
    const returned = stateOf(verified.when('task.return', SOUND['task.return'], { by: PEOPLE.secondVerifier }));
    expect(returned.status).toBe('returned');
    expect(returned.limits.map(({ verifiedOn }) => verifiedOn)).toEqual([null, null]);
  });

  it('leads back to a second request, which claims again', () => {
    const again = usually(taskIn('returned'), 'task.report').when(
      'task.request-closure',
      SOUND['task.request-closure'],
      { by: PEOPLE.unitHead },
    );
    again.then([{ type: 'task.closure-requested', data: { limitsClaimed: ['L1', 'L2'] } }]);
  });
});

describe('closing', () => {
  it('records outcome, number, and who signed', () => {
    const { accountId, name } = PEOPLE.closer;
    close(verified).then([
      {
        type: 'task.closed',
        data: { outcome: 'rectified', closingNumber: '云医改销〔2025〕1号', closedBy: { accountId, name } },
      },
    ]);
    expect(stateOf(close(verified)).closing).toEqual({
      closingNumber: '云医改销〔2025〕1号',
      outcome: 'rectified',
      on: '2025-03-03',
    });
  });

  it('happens once', () => {
    close(taskIn('closed')).then('TASK.ALREADY_CLOSED');
  });

  it('may be later than planned: a finish is never refused for being late', () => {
    close(verified.on('2026-01-15')).then(['task.closed']);
  });
});

describe('asking whether a task may be closed', () => {
  const asked = (story: TaskStory, wish = {}, person = PEOPLE.closer, practice = false) =>
    whyNotClosed(story.state, wish, circumstancesOf(person, '2025-03-03'), { practice })?.code ?? null;

  it('answers what the closing itself would be refused for', () => {
    expect(asked(verified)).toBeNull();
    expect(asked(verified, { occurredOn: '2025-03-04' })).toBe('TASK.DAY_IN_FUTURE');
    expect(asked(verified, { occurredOn: '2025-03-02' })).toBe('TASK.DAY_OUT_OF_ORDER');
    expect(asked(verified, { seenRevision: 2 })).toBe('TASK.CHANGED_SINCE');
    expect(asked(verified, {}, PEOPLE.verifier)).toBe('TASK.VERIFIER_CLOSES');
    expect(asked(verified, {}, PEOPLE.verifier, true)).toBeNull();
    expect(asked(taskIn('underway'))).toBe('TASK.STEP_NOT_OPEN');
    expect(asked(taskIn('closed'))).toBe('TASK.ALREADY_CLOSED');
    expect(asked(noTask)).toBe('TASK.UNKNOWN');
  });
});

describe('ending without closing', () => {
  it('voids a mistaken entry with a reason', () => {
    const underway = taskIn('underway');
    underway.when('task.void', { reason: ' ' }).thenInvalid('reason');
    underway.when('task.void', { reason: '重复录入' }).then([{ type: 'task.voided', data: { reason: '重复录入' } }]);
  });

  it('terminates on an authority', () => {
    taskIn('underway')
      .when('task.terminate', SOUND['task.terminate'])
      .then([{ type: 'task.terminated', data: { authority: { reference: '市政府第102次常务会议' } } }]);
  });
});
