import { aLimit, draftTask, noTask, OF_HEALTH, PEOPLE, soundBody, taskIn, UNITS, usually } from '../../testing';

/** Monday 2025-03-03 is the day of all of these. */
const underway = taskIn('underway');
const claimed = usually(underway, 'task.report', 'task.request-closure');
const byLeader = { by: PEOPLE.leader };
const onBehalf = { saidBy: '王副市长', how: 'meeting', saidOn: '2025-03-03' } as const;

/** A draft as a document gives it. */
const drafted = (due: string, recurrence: 'monthly' | null = null) =>
  noTask.after('task.draft', draftTask({ limits: [aLimit('L1', { due, recurrence })] }), { by: PEOPLE.engine });
/** Hung in time, and its day over before it was assigned. */
const past = taskIn('hung').on('2025-07-01');

describe('a day to come', () => {
  it.each([
    ['of a suspension', underway.when('task.suspend', { ...soundBody('task.suspend'), until: '2125-06-02' })],
    ['for an answer', underway.when('task.instruct', { text: '请说明', answerBy: '2999-01-01' }, byLeader)],
    [
      'for an answer that the office records',
      underway.when('task.instruct-on-behalf', { text: '请说明', answerBy: '2026-03-04', onBehalf }),
    ],
    ['for accepting', taskIn('hung').when('task.assign', { replyBy: '2052-03-03' })],
    [
      'that a unit asks for',
      underway.when('task.extend', { limitId: 'L1', due: '2250-01-01', reason: '等待' }, OF_HEALTH),
    ],
    [
      'of a correction',
      underway.when('task.correct', {
        changes: { changedLimits: [{ limitId: 'L1', due: '2205-06-30' }] },
        reason: '更正',
      }),
    ],
    [
      'of a limit that is added',
      underway.when('task.correct', {
        changes: { addedLimits: [aLimit('L9', { due: '2205-06-30' })] },
        reason: '漏列',
      }),
    ],
    [
      'of a draft',
      taskIn('draft').when('task.correct-draft', {
        changes: { changedLimits: [{ limitId: 'L1', due: '2205-06-30' }] },
      }),
    ],
    ['that a document names', drafted('2999-06-30').when('task.confirm', soundBody('task.confirm'))],
    [
      'with which a recurring duty of a document ends',
      drafted('2999-12-31', 'monthly').when('task.confirm', soundBody('task.confirm')),
    ],
    [
      'with which a recurring duty ends by a correction',
      underway.when('task.correct', {
        changes: { addedLimits: [aLimit('L9', { due: '2999-12-31', recurrence: 'monthly' })] },
        reason: '漏列',
      }),
    ],
    [
      'for one that is over at the assignment',
      past.when('task.assign', { pastDays: [{ limitId: 'L1', due: '2999-06-30' }] }),
    ],
    [
      'for one that is over at the split',
      underway.on('2025-07-01').when('task.split', {
        ...soundBody('task.split'),
        pastDays: [{ limitId: 'L1', due: '2999-06-30' }],
      }),
    ],
    [
      'of a child',
      underway.when('task.split', {
        ...soundBody('task.split'),
        children: soundBody('task.split').children.map((child) => ({
          ...child,
          limits: [aLimit('L1', { due: '2999-06-30' })],
        })),
      }),
    ],
    [
      'of a return',
      claimed.when(
        'task.return',
        { missing: '缺少材料', reopened: [{ limitId: 'L1', due: '2205-06-30' }] },
        { by: PEOPLE.verifier },
      ),
    ],
    [
      'of a limit that a return adds',
      claimed.when(
        'task.return',
        { missing: '缺少材料', newLimits: [{ what: '补充', due: '2205-06-30' }] },
        { by: PEOPLE.verifier },
      ),
    ],
  ])('lies in no far future, where a slip of the keyboard had put it: %s', (_of, outcome) => {
    outcome.then('TASK.DAY_TOO_FAR');
  });

  it('may be as far as the longest plans are', () => {
    underway
      .when('task.correct', { changes: { changedLimits: [{ limitId: 'L1', due: '2045-03-03' }] }, reason: '远景目标' })
      .then(['proposal.made']);
    underway
      .when('task.instruct', { text: '请说明', answerBy: '2026-03-03', lanes: [UNITS.health] }, byLeader)
      .then(['instruction.given']);
  });
});
