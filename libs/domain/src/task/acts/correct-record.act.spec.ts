import {
  anIndicator,
  PEOPLE,
  plannedTimers,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
} from '../../../testing';
import { waitsOf } from '../../inbox';
import { ENDED, ON_ACCOUNT } from '../status';
import { type TaskState } from '../task.state';

type Changes = TaskInput<'task.correct-record'>['changes'];

const WORDING = { title: '新标题', body: '新正文', changedLimits: [{ limitId: 'L1', what: '印发实施方案' }] };
const correct = (story: TaskStory, changes: Changes = WORDING, reason = '录入有误') =>
  story.when('task.correct-record', { changes, reason });

/** A state without its wording, and without where and when it was last touched. */
function beyondWords(state: TaskState): unknown {
  const {
    title: _title,
    body: _body,
    revision: _revision,
    contentRevision: _content,
    recordedAt: _at,
    ...rest
  } = state;
  const limits = state.limits.map(({ what: _what, ...limit }) => limit);
  return { ...rest, limits, lookedAt: null, lastSteps: [] };
}

describe.each(ENDED)('correcting the record of a task that is %s', (status) => {
  const ended = taskIn(status);

  it('changes its title, its body and the words of its limits, in one entry with the reason', () => {
    correct(ended).then([
      {
        type: 'task.content-changed',
        data: {
          changes: { title: '新标题', body: '新正文', limits: [{ limitId: 'L1', what: '印发实施方案' }] },
          reason: '录入有误',
        },
      },
    ]);
    expect(correct(ended).state).toMatchObject({
      status,
      title: '新标题',
      body: '新正文',
      limits: [{ what: '印发实施方案' }, { what: '完成阶段任务' }],
    });
  });

  it('leaves everything else as it was: end, outcome, days, lanes, turns and what took place', () => {
    expect(beyondWords(stateOf(correct(ended).next))).toEqual(beyondWords(stateOf(ended)));
  });

  it('wakes nothing: no timer, no holder, nothing that waits', () => {
    const { next } = correct(ended);
    expect([plannedTimers(next), stateOf(next).turns, waitsOf(stateOf(next))]).toEqual([[], [], []]);
  });

  it('may be done again, on what stands then', () => {
    const once = correct(ended).next;
    correct(once).then('TASK.NOTHING_CHANGED');
    correct(once, { title: '再次更正的标题' }).then(['task.content-changed']);
  });
});

describe('correcting the record', () => {
  const closed = taskIn('closed');

  it.each(['draft', ...ON_ACCOUNT] as const)('is not open while the task is %s', (status) => {
    correct(taskIn(status)).then('TASK.STEP_NOT_OPEN');
  });

  it('needs a reason', () => {
    correct(closed, WORDING, '').thenInvalid('reason');
  });

  it.each<[string, object, string]>([
    [
      'a day',
      { changedLimits: [{ limitId: 'L1', what: '印发实施方案', due: '2026-01-31' }] },
      'changes.changedLimits.0',
    ],
    [
      'a rhythm',
      { changedLimits: [{ limitId: 'L1', what: '印发', recurrence: 'monthly' }] },
      'changes.changedLimits.0',
    ],
    ['a limit added', { addedLimits: [] }, 'changes'],
    ['a limit removed', { removedLimits: ['L1'] }, 'changes'],
    ['a unit', { leadUnitIds: [UNITS.finance] }, 'changes'],
    ['a target', { indicators: [anIndicator('I1', { value: 40 })] }, 'changes'],
    ['an outcome', { outcome: 'rectified' }, 'changes'],
    ['a closing number', { closingNumber: '云医改销〔2025〕9号' }, 'changes'],
  ])('has no place for %s', (_what, changes, path) => {
    correct(closed, changes).thenInvalid(path);
  });

  it('says something: nothing named and nothing that differs are refused', () => {
    const { title, body, limits } = stateOf(closed);
    correct(closed, {}).thenInvalid('TASK.NOTHING_CHANGED');
    correct(closed, { changedLimits: [] }).then('TASK.NOTHING_CHANGED');
    const changedLimits = limits.map(({ limitId, what }) => ({ limitId, what }));
    correct(closed, { title, body, changedLimits }).then('TASK.NOTHING_CHANGED');
  });

  it('refuses limits that the task does not have, and one named twice', () => {
    correct(closed, { changedLimits: [{ limitId: 'L9', what: '无' }] }).then('TASK.LIMIT_UNKNOWN');
    const changedLimits = [
      { limitId: 'L1', what: '甲' },
      { limitId: 'L1', what: '乙' },
    ];
    correct(closed, { changedLimits }).thenInvalid('TASK.LIMIT_TWICE');
  });

  it('leaves no limit without words', () => {
    correct(closed, { changedLimits: [{ limitId: 'L1', what: ' ' }] }).then('TASK.LIMIT_EMPTIED');
    correct(closed, { body: '' }).then(['task.content-changed']);
  });

  it.each([
    ['the title', { title: '请致电13812345678' }, '录入有误'],
    ['the body', { body: '联系13812345678' }, '录入有误'],
    ['a limit', { changedLimits: [{ limitId: 'L1', what: '联系13812345678' }] }, '录入有误'],
    ['the reason', WORDING, '联系13812345678'],
  ])('takes no private number in %s', (_where, changes, reason) => {
    correct(closed, changes, reason).thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('refuses a form that was filled before another correction', () => {
    const seenRevision = stateOf(closed).revision;
    const form = { changes: { title: '另一标题' }, reason: '录入有误', seenRevision };
    closed.when('task.correct-record', form).then(['task.content-changed']);
    correct(closed).next.when('task.correct-record', form).then('TASK.CHANGED_SINCE');
  });

  it('of a task that was closed leaves what the closer stood by as it was signed', () => {
    const signed = closed.history.find(({ type }) => type === 'task.closed');
    const corrected = correct(closed.on('2025-09-01')).next;
    expect(corrected.history).toContain(signed);
    expect(stateOf(corrected).closing).toEqual(stateOf(closed).closing);
    // It does not lead back: whoever closed does not close again.
    corrected
      .when('task.close', { outcome: 'rectified', statement: '同意' }, { by: PEOPLE.closer })
      .then('TASK.ALREADY_CLOSED');
  });
});
