import { aLimit, anIndicator, corrected, stateOf, taskIn, type TaskStory, UNITS } from '../../testing';
import { correctionEvents } from './corrections';
import { type TaskChanges } from './task.changes';

const events = (changes: TaskChanges, story: TaskStory = taskIn('underway')) =>
  correctionEvents(stateOf(story), changes, '更正', { today: '2025-03-04' });
const types = (changes: TaskChanges, story?: TaskStory) => events(changes, story).map(({ type }) => type);

describe('the events of a correction', () => {
  it('are one for words, units and targets, and one for every limit', () => {
    expect(
      types(
        {
          title: '新标题',
          body: '新正文',
          indicators: [anIndicator('I1', { value: 95 })],
          leadUnitIds: [UNITS.insurance],
          removedLimits: ['L2'],
          changedLimits: [{ limitId: 'L1', due: '2025-07-31', what: '出台方案' }],
          addedLimits: [aLimit('L3'), aLimit('L4')],
        },
        taskIn('hung'),
      ),
    ).toEqual(['task.content-changed', 'limit.removed', 'limit.moved', 'limit.added', 'limit.added']);
  });

  it('are none when nothing differs from what stands', () => {
    const { title, body, leads, supports } = stateOf(taskIn('hung'));
    const same: TaskChanges = {
      title,
      body,
      leadUnitIds: [...leads],
      supportUnitIds: [...supports],
      indicators: [anIndicator('I1')],
      changedLimits: [{ limitId: 'L1', due: '2025-06-30', recurrence: null, dueOn: null, what: '完成阶段任务' }],
      addedLimits: [],
      removedLimits: [],
    };
    expect(events(same, taskIn('hung'))).toEqual([]);
    expect(events(same, taskIn('assigned'))).toEqual([]);
  });

  it('hold only the parts that differ', () => {
    const { title } = stateOf(taskIn('underway'));
    expect(events({ title, body: '新正文' })).toEqual([
      { type: 'task.content-changed', data: { changes: { body: '新正文' }, reason: '更正' } },
    ]);
  });

  it('tell the words of a limit apart from its day', () => {
    expect(events({ changedLimits: [{ limitId: 'L1', what: '出台方案' }] })).toEqual([
      {
        type: 'task.content-changed',
        data: { changes: { limits: [{ limitId: 'L1', what: '出台方案' }] }, reason: '更正' },
      },
    ]);
    expect(types({ changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] })).toEqual(['limit.moved']);
  });

  it('say what a limit had and has: a first day is set, a later one corrects it, also in place of one that was removed', () => {
    const dated = { due: '2025-06-30', recurrence: null, dueOn: null };
    const undated = { due: null, recurrence: null, dueOn: null };
    expect(events({ changedLimits: [{ limitId: 'L1', due: null }] })).toMatchObject([
      { data: { limitId: 'L1', period: null, from: dated, to: undated, kind: 'correction', cause: null } },
    ]);
    const without = corrected(taskIn('underway'), { changedLimits: [{ limitId: 'L1', due: null }] });
    expect(events({ changedLimits: [{ limitId: 'L1', due: '2025-06-30' }] }, without)).toMatchObject([
      { data: { from: undated, to: dated, kind: 'correction' } },
    ]);
    const never = corrected(taskIn('underway'), { addedLimits: [{ ...aLimit('L3'), due: null }] });
    expect(events({ changedLimits: [{ limitId: 'L3', due: '2025-06-30' }] }, never)).toMatchObject([
      { data: { from: undated, to: dated, kind: 'set' } },
    ]);
  });

  it('drop the day inside a period together with its rhythm, unless it is given anew', () => {
    const monthly = corrected(taskIn('underway'), {
      changedLimits: [{ limitId: 'L1', due: null, recurrence: 'monthly', dueOn: { month: 1, day: 5 } }],
    });
    const to = (change: Omit<NonNullable<TaskChanges['changedLimits']>[number], 'limitId'>) =>
      events({ changedLimits: [{ limitId: 'L1', ...change }] }, monthly);
    expect(to({ recurrence: 'quarterly' })).toMatchObject([{ data: { to: { recurrence: 'quarterly', dueOn: null } } }]);
    const dueOn = { month: 2, day: 10 };
    expect(to({ recurrence: 'quarterly', dueOn })).toMatchObject([
      { data: { to: { recurrence: 'quarterly', dueOn } } },
    ]);
    expect(to({ due: '2025-12-31' })).toMatchObject([{ data: { to: { dueOn: { month: 1, day: 5 } } } }]);
  });

  it('say nothing of a limit that is removed by the same correction', () => {
    const changedLimits = [{ limitId: 'L1', due: '2025-07-31', what: '出台方案' }];
    expect(types({ removedLimits: ['L1', 'L1'], changedLimits })).toEqual(['limit.removed']);
  });

  it('change the lanes of a task that is assigned, and the confirmed units of one that is not', () => {
    const changes: TaskChanges = { supportUnitIds: [UNITS.finance, UNITS.insurance] };
    expect(events(changes, taskIn('assigned'))).toEqual([
      {
        type: 'lanes.changed',
        data: { added: [{ unitId: UNITS.insurance, role: 'support' }], removed: [], reason: '更正', on: '2025-03-04' },
      },
    ]);
    for (const status of ['hung', 'declined'] as const) {
      expect(events(changes, taskIn(status))).toMatchObject([
        { type: 'task.content-changed', data: { changes: { supports: changes.supportUnitIds } } },
      ]);
    }
  });

  it('end the lane of a unit and give it another one when it leads instead of supporting', () => {
    const changes: TaskChanges = { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [] };
    expect(events(changes, taskIn('assigned'))).toMatchObject([
      { data: { added: [{ unitId: UNITS.finance, role: 'lead' }], removed: [UNITS.finance] } },
    ]);
  });
});
