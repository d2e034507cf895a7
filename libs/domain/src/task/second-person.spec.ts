import { secondPersonActSchema, TASK_ACTS, type TaskActTraits } from '..';

describe('the acts that the rules may put under a second person', () => {
  it('are exactly those that can become a proposal', () => {
    // What the office records for a unit is that unit’s own act.
    const able = Object.values<TaskActTraits & { readonly type: string }>(TASK_ACTS).filter(
      ({ needsSecond, recordsFor }) => needsSecond && !recordsFor,
    );
    expect(able.map(({ type }) => type).sort()).toEqual([...secondPersonActSchema.options].sort());
  });
});
