import { type Indicator } from '../..';
import {
  anIndicator,
  dailyTask,
  draftTask,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  noTask,
  usually,
  recurringTask,
  UNITS,
} from '../../../testing';

const CLOSE = soundBody('task.close');
const verified = taskIn('verified');
const close = (story: TaskStory, by = PEOPLE.closer) => story.when('task.close', CLOSE, { by });

describe('closing', () => {
  it('records outcome, number, what was seen, and who signed', () => {
    const { accountId, name } = PEOPLE.closer;
    const { revision } = stateOf(verified);
    close(verified).then([
      {
        type: 'task.closed',
        data: {
          outcome: 'rectified',
          number: '云医改销〔2025〕1号',
          owed: [],
          saw: { revision, digest: 'd'.repeat(64) },
          closedBy: { accountId, name },
        },
      },
    ]);
    expect(stateOf(close(verified)).closing).toEqual({
      number: '云医改销〔2025〕1号',
      outcome: 'rectified',
      on: '2025-03-03',
    });
  });

  it('is stated for the day for which its number was reserved', () => {
    verified
      .on('2025-03-10')
      .when('task.close', CLOSE, { by: PEOPLE.closer, facts: { reserved: { number: '1号', on: '2025-03-07' } } })
      .then([{ type: 'task.closed', data: { number: '1号', on: '2025-03-07' } }]);
  });

  it('names every period that has begun since the units claimed and is still owed', () => {
    const story = usually(recurringTask(), 'task.report', 'task.request-closure', 'task.verify');
    // Nothing owed is closed unseen: whoever signs says why.
    close(story.on('2025-04-02')).then('TASK.STILL_OWED');
    const owedReason = '二季度由新任务承接';
    story
      .on('2025-04-02')
      .when('task.close', { ...CLOSE, owedReason }, { by: PEOPLE.closer })
      .then([
        { type: 'task.closed', data: { owed: [{ lane: UNITS.health, limitId: 'L3', period: '2025-Q2' }], owedReason } },
      ]);
  });

  it('names as many periods as an event can, and is refused with TASK.TOO_MANY_OWED beyond', () => {
    const story = usually(dailyTask(), 'task.request-closure', 'task.verify');
    const closeOn = (day: string) =>
      story.on(day).when('task.close', { ...CLOSE, owedReason: '另有任务承接' }, { by: PEOPLE.closer });
    expect(stateOf(closeOn('2025-06-11')).status).toBe('closed');
    closeOn('2025-06-12').then('TASK.TOO_MANY_OWED');
  });

  it('happens once', () => {
    close(taskIn('closed')).then('TASK.ALREADY_CLOSED');
  });

  it('may be later than planned: a finish is never refused for being late', () => {
    close(verified.on('2026-01-15')).then(['task.closed']);
  });
});

describe('the conditions of the rules', () => {
  const REFUSED = { closing: { owed: 'refused', targets: 'shown' } } as const;
  const MET = { closing: { owed: 'named', targets: 'met' } } as const;
  const closes = (story: TaskStory, policy: typeof REFUSED | typeof MET, wish: Partial<TaskInput<'task.close'>> = {}) =>
    story.when('task.close', { ...CLOSE, ...wish }, { by: PEOPLE.closer, policy });
  /** A verified task with one indicator, to be at least 90 percent. */
  const measured = (change: Partial<Indicator>, ...values: readonly number[]) => {
    const readings = values.map((value) => ({ indicatorId: 'I1', value, readOn: '2025-03-03' }));
    const draft = noTask.after('task.draft', draftTask({ indicators: [anIndicator('I1', change)] }), {
      by: PEOPLE.engine,
    });
    const underway = usually(draft, 'task.confirm', 'task.hang', 'task.assign', 'task.accept').after('task.report', {
      progress: '完成',
      readings,
    });
    return usually(underway, 'task.request-closure', 'task.verify');
  };

  it('refuse a closing with anything owed, whatever reason is given, before a number is reserved', () => {
    const owing = usually(recurringTask(), 'task.report', 'task.request-closure', 'task.verify').on('2025-04-02');
    closes(owing, REFUSED, { owedReason: '由新任务承接' }).then('TASK.OWED_NOT_CLOSED');
    owing
      .when('task.close', CLOSE, { by: PEOPLE.closer, policy: REFUSED, facts: { reserved: null } })
      .then('TASK.OWED_NOT_CLOSED');
    closes(verified, REFUSED).then(['task.closed']);
    closes(owing, MET, { owedReason: '由新任务承接', outcome: 'continuing' }).then(['task.closed']);
  });

  it.each<[string, Partial<Indicator>, readonly number[], boolean]>([
    ['whose latest reading reaches its target', {}, [90], true],
    ['whose latest reading misses its target', {}, [89.9], false],
    ['that had reached it once, and has fallen below it', {}, [92, 80], false],
    ['without any reading', {}, [], false],
    ['above its range', { op: 'range', value: 10, max: 20 }, [21], false],
    ['inside its range', { op: 'range', value: 10, max: 20 }, [20], true],
  ])('let a task be closed as rectified by an indicator %s', (_, change, values, lets) => {
    const story = measured(change, ...values);
    closes(story, MET).then(lets ? ['task.closed'] : 'TASK.TARGETS_MISSED');
    // Every other outcome says itself that the target was missed; and by other rules it is for the closer to judge.
    closes(story, MET, { outcome: 'continuing' }).then(['task.closed']);
    closes(story, MET, { outcome: 'not-rectified' }).then(['task.closed']);
    closes(story, REFUSED).then(['task.closed']);
  });
});

describe('closing before a number is reserved', () => {
  const asked = (
    story: TaskStory,
    wish: Partial<TaskInput<'task.close'>> = {},
    by = PEOPLE.closer,
    practiceOf: string | null = null,
  ) => {
    const ledger = { code: 'YG2025', closingPrefix: '云医改销', practiceOf };
    return story.when('task.close', { ...CLOSE, ...wish }, { by, facts: { reserved: null, ledger } });
  };

  it('is refused for want of the number alone, so that none is reserved in vain', () => {
    asked(verified).then('TASK.NO_CLOSING_NUMBER');
    asked(verified, {}, PEOPLE.verifier, PEOPLE.verifier.accountId).then('TASK.NO_CLOSING_NUMBER');
  });

  it('is refused for whatever else the closing would be refused for', () => {
    asked(verified, { occurredOn: '2025-03-04' }).then('TASK.DAY_IN_FUTURE');
    asked(verified, { occurredOn: '2025-03-02' }).then('TASK.DAY_OUT_OF_ORDER');
    asked(verified, { seenRevision: 2 }).then('TASK.CHANGED_SINCE');
    asked(verified, {}, PEOPLE.verifier).then('TASK.VERIFIER_CLOSES');
    asked(usually(dailyTask(), 'task.request-closure', 'task.verify').on('2025-06-12')).then('TASK.TOO_MANY_OWED');
    asked(taskIn('underway')).then('TASK.STEP_NOT_OPEN');
    asked(taskIn('closed')).then('TASK.ALREADY_CLOSED');
    asked(noTask).then('TASK.UNKNOWN');
  });
});
