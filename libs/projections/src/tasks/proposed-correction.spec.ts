import { type TaskChanges } from '#domain';
import { aLimit, anIndicator, draftTask, noTask, PEOPLE, soundBody, stateOf, UNITS } from '../../../domain/testing';
import { proposedCorrection } from './proposed-correction';

const task = noTask
  .after(
    'task.draft',
    draftTask({
      title: '推进分级诊疗',
      body: '正文',
      limits: [aLimit('L1', { due: '2025-06-30' }), aLimit('L2', { due: '2025-09-30' })],
      indicators: [anIndicator('I1', { value: 95 }), anIndicator('I2')],
    }),
    { by: PEOPLE.engine },
  )
  .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'confirmed' })
  .after('task.hang', soundBody('task.hang'))
  .after('task.assign', soundBody('task.assign'));
const state = stateOf(task);
const asked = (changes: TaskChanges) => proposedCorrection(state, changes, (unitId) => ({ unitId, name: unitId }));
const terms = (due: string) => ({ due, recurrence: null, dueOn: null });
const NOTHING = { moves: [], texts: [], units: [], added: [], targets: [] };

describe('what a correction that waits would change', () => {
  it('is the days and words of limits, what was beside what would be', () => {
    const changedLimits = [{ limitId: 'L1', due: '2025-12-31', what: '印发方案' }];
    expect(asked({ changedLimits, removedLimits: ['L2'] })).toEqual({
      ...NOTHING,
      moves: [
        { limitId: 'L1', from: terms('2025-06-30'), to: terms('2025-12-31') },
        { limitId: 'L2', from: terms('2025-09-30'), to: null },
      ],
      texts: [{ part: 'limit', limitId: 'L1', from: state.limits[0]?.what, to: '印发方案' }],
    });
  });

  it('is words, units, limits that are added and targets', () => {
    const [first] = state.indicators.map(({ reading: _reading, ...target }) => target);
    if (first === undefined) throw new Error('the task has indicators');
    const changes = {
      title: '推进医联体',
      body: '正文',
      supportUnitIds: [UNITS.finance],
      addedLimits: [aLimit('L3', { what: '全面推开', due: '2025-11-30' })],
      indicators: [{ ...first, value: 96 }],
    };
    expect(asked(changes)).toMatchObject({
      moves: [],
      texts: [{ part: 'title', limitId: null, from: '推进分级诊疗', to: '推进医联体' }],
      units: [{ role: 'support', from: [], to: [{ unitId: UNITS.finance }] }],
      added: [{ what: '全面推开', terms: terms('2025-11-30') }],
      targets: [
        { from: { value: 95 }, to: { value: 96 } },
        { from: { name: state.indicators[1]?.name }, to: null },
      ],
    });
  });

  it('is nothing where the task has become what was asked for', () => {
    expect(asked({ title: '推进分级诊疗', changedLimits: [{ limitId: 'L1', due: '2025-06-30' }] })).toEqual(NOTHING);
  });
});
