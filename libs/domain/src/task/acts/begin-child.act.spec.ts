import { noTask, PEOPLE, soundBody, stateOf, taskIn, UNITS } from '../../../testing';

const BODY = soundBody('task.begin-child');

describe('beginning a child', () => {
  const begun = noTask.when('task.begin-child', BODY, { by: PEOPLE.engine });

  it('hangs it on its parent’s authority and assigns it to its units at once', () => {
    begun.then([
      { type: 'task.drafted', data: { parent: BODY.parent } },
      { type: 'task.confirmed', data: { leads: BODY.leads, limits: 'confirmed' } },
      { type: 'task.hung', data: { number: BODY.number, authority: BODY.authority } },
      { type: 'task.assigned', data: { lanes: [{ unitId: UNITS.healthDivision, role: 'lead' }] } },
    ]);
    const { status, parent, number } = stateOf(begun.next);
    expect([status, parent, number]).toEqual(['assigned', BODY.parent, BODY.number]);
  });

  it('gives its unit lane and clock of its own: an answer is due as after any assignment', () => {
    expect(stateOf(begun.next).turns).toMatchObject([{ kind: 'reply', lane: UNITS.healthDivision }]);
  });

  it('confirms that there is no limit where it has none', () => {
    noTask
      .when('task.begin-child', { ...BODY, content: { ...BODY.content, limits: [] } }, { by: PEOPLE.engine })
      .then(['task.drafted', { type: 'task.confirmed', data: { limits: 'none' } }, 'task.hung', 'task.assigned']);
  });

  it('happens once', () => {
    taskIn('underway').when('task.begin-child', BODY, { by: PEOPLE.engine }).then('TASK.EXISTS');
  });

  it('tells its parent of its end, which a task of nobody’s does not', () => {
    const voided = begun.next.when('task.void', { reason: '误录' });
    voided.then([{ type: 'task.voided', data: { childOf: BODY.parent.taskId } }]);
    begun.next
      .when('task.terminate', soundBody('task.terminate'))
      .then([{ type: 'task.terminated', data: { childOf: BODY.parent.taskId } }]);
    expect(taskIn('hung').after('task.void', { reason: '误录' }).history.at(-1)?.data).not.toHaveProperty('childOf');
  });
});
