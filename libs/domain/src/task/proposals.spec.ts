import {
  approved,
  circumstancesOf,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
} from '../../testing';
import { type Actor } from '../shared/actor';
import { TASK_ACTS } from './acts';
import { whyNotNow } from './admit';
import { askingOf } from './task-act';

const underway = taskIn('underway');

/** Why an act is not open to a person after a story; null where it is. */
function closedTo(story: TaskStory, type: 'task.void' | 'task.suspend' | 'task.extend' | 'task.correct', by: Actor) {
  return whyNotNow(TASK_ACTS[type], stateOf(story), askingOf(circumstancesOf(by)))?.code ?? null;
}

describe('an act that waits for its second person', () => {
  it.each(['task.void', 'task.suspend'] as const)(
    'is not open to anybody meanwhile, and is again afterwards: %s',
    (act) => {
      expect(closedTo(underway, act, PEOPLE.clerk)).toBeNull();
      const asked = underway.after(act, soundBody(act));
      expect([closedTo(asked, act, PEOPLE.clerk), closedTo(asked, act, PEOPLE.secondClerk)]).toEqual([
        'TASK.ALREADY_PROPOSED',
        'TASK.ALREADY_PROPOSED',
      ]);
      asked.when(act, soundBody(act), { by: PEOPLE.secondClerk }).then('TASK.ALREADY_PROPOSED');
      const refusal = { result: 'refused', reason: '任务仍须办理' } as const;
      const refused = asked.after('task.decide-proposal', refusal, { by: PEOPLE.secondClerk });
      expect(closedTo(refused, act, PEOPLE.clerk)).toBeNull();
    },
  );

  it('keeps other acts open, and a correction, which need not take a second person', () => {
    const asked = underway.after('task.void', soundBody('task.void'));
    expect([closedTo(asked, 'task.suspend', PEOPLE.clerk), closedTo(asked, 'task.correct', PEOPLE.clerk)]).toEqual([
      null,
      null,
    ]);
  });

  it('is closed to a unit that has asked for each of its days, and open again once one is decided', () => {
    const extend = (story: TaskStory, limitId: string) =>
      story.after('task.extend', { limitId, due: '2026-08-28', reason: '等待省级系统上线' }, OF_HEALTH);
    const dated = stateOf(underway).limits.filter(({ due }) => due !== null);
    const [first, ...others] = dated.map(({ limitId }) => limitId);
    if (first === undefined) throw new Error('the task has a dated limit');
    const asked = extend(underway, first);
    const all = others.reduce(extend, asked);
    expect(closedTo(all, 'task.extend', PEOPLE.reporter)).toBe('TASK.ALREADY_PROPOSED');
    expect(closedTo(approved(asked), 'task.extend', PEOPLE.reporter)).toBeNull();
  });

  it('does not stand in the way of its own approval', () => {
    approved(underway.after('task.suspend', soundBody('task.suspend')));
  });
});
