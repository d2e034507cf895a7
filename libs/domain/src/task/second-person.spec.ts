import { secondPersonActSchema, TASK_ACTS, type TaskActTraits } from '..';

describe('the acts that the rules may put under a second person', () => {
  it('are exactly those that can become a proposal', () => {
    const able = Object.values<TaskActTraits & { readonly type: string }>(TASK_ACTS).filter(
      ({ needsSecond }) => needsSecond,
    );
    expect(able.map(({ type }) => type).sort()).toEqual([...secondPersonActSchema.options].sort());
  });
});
