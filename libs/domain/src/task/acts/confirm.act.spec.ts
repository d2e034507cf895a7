import { aLimit, draftTask, noTask, taskIn, type TaskInput, UNITS } from '../../../testing';

const confirmation = (change: Partial<TaskInput<'task.confirm'>> = {}): TaskInput<'task.confirm'> => ({
  leadUnitIds: [UNITS.health],
  supportUnitIds: [],
  limits: 'confirmed',
  ...change,
});

describe('confirming units and limits', () => {
  const draft = taskIn('draft');

  it('records units that exist and the word on the limits', () => {
    draft
      .when('task.confirm', confirmation({ supportUnitIds: [UNITS.finance] }))
      .then([
        { type: 'task.confirmed', data: { leads: [UNITS.health], supports: [UNITS.finance], limits: 'confirmed' } },
      ]);
  });

  it('refuses a unit that nobody registered', () => {
    draft.when('task.confirm', confirmation({ leadUnitIds: [UNITS.unregistered] })).then('UNIT.UNKNOWN');
    draft.when('task.confirm', confirmation({ supportUnitIds: [UNITS.unregistered] })).then('UNIT.UNKNOWN');
  });

  it('refuses a unit named twice', () => {
    draft.when('task.confirm', confirmation({ supportUnitIds: [UNITS.health] })).then('TASK.UNIT_TWICE');
    draft.when('task.confirm', confirmation({ leadUnitIds: [UNITS.health, UNITS.health] })).then('TASK.UNIT_TWICE');
  });

  it('refuses a task without a lead unit', () => {
    draft.when('task.confirm', confirmation({ leadUnitIds: [] })).thenInvalid('leadUnitIds');
  });

  it('refuses to confirm limits that name no day and no rhythm', () => {
    const limits = [aLimit('L1'), aLimit('L2', { due: null })];
    noTask.after('task.draft', draftTask({ limits })).when('task.confirm', confirmation()).then('TASK.LIMIT_UNSETTLED');
    noTask
      .after('task.draft', draftTask({ limits: [] }))
      .when('task.confirm', confirmation())
      .then('TASK.NO_LIMITS');
  });

  it('refuses to deny limits that are there, and lets unreadable ones be denied', () => {
    draft.when('task.confirm', confirmation({ limits: 'none' })).then('TASK.HAS_LIMITS');
    noTask
      .after('task.draft', draftTask({ limits: [aLimit('L1', { due: null })] }))
      .when('task.confirm', confirmation({ limits: 'none' }))
      .then(['task.confirmed']);
  });
});
