import { TASK_STATUSES } from '#domain';
import { stateOf, taskIn } from '../../../domain/testing';
import { readState, writeState } from './stored-state';

describe('stored state', () => {
  it.each(TASK_STATUSES)('comes back as it was: %s', (status) => {
    const state = stateOf(taskIn(status));
    const stored: unknown = JSON.parse(writeState(state));
    const back = readState(stored);
    expect(back).toEqual(state);
    expect(JSON.parse(writeState(back))).toEqual(stored);
  });

  it('writes the state before the last step as a difference', () => {
    const state = stateOf(taskIn('underway'));
    expect(state.undo).not.toBeNull();
    expect(writeState(state).length).toBeLessThan(0.75 * JSON.stringify(state).length);
  });

  it('refuses what is no state', () => {
    expect(() => readState({ status: 'nowhere' })).toThrow();
  });

  it('has the fields that rows were written with', () => {
    // Rows keep states. When this list changes, raise the version of the tasks projection, so that they are written anew.
    expect(Object.keys(stateOf(taskIn('underway'))).sort()).toMatchSnapshot();
  });
});
