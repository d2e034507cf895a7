import { randomUUID } from 'node:crypto';
import { type Recorded, type TaskCommandType, type TaskEvent } from '#domain';
import { type SeededChance } from './seeded-chance';
import { noTask, SOUND, USUAL_ACTOR, usually, draftTask } from '../../domain/testing';

const ACTS: readonly TaskCommandType[] = [
  'task.confirm',
  'task.hang',
  'task.assign',
  'task.accept',
  'task.decline',
  'task.report',
  'task.request-closure',
  'task.verify',
  'task.return',
  'task.close',
  'task.correct',
  'task.urge',
  'task.withdraw',
  'task.terminate',
];

/** A task's life by chance: acts that its rules allow, taken by those who usually do. */
export function randomHistory(chance: SeededChance, serial: number, steps: number): readonly Recorded<TaskEvent>[] {
  let story = noTask.after('task.draft', draftTask({ serial }), { by: USUAL_ACTOR['task.draft'] });
  story = usually(story, 'task.confirm');
  for (let step = 0; step < steps; step += 1) {
    const act = chance.pick(ACTS);
    const outcome = story.when(act, SOUND[act], { by: USUAL_ACTOR[act] });
    if (outcome.result.kind === 'events') story = outcome.next;
  }
  return story.history;
}

/** Several tasks' lives, told in turns: what an ordinary morning's log looks like. */
export function interleave(
  histories: readonly (readonly Recorded<TaskEvent>[])[],
  chance: SeededChance,
): readonly { readonly stream: string; readonly event: Recorded<TaskEvent> }[] {
  const open = histories.map((history) => ({ stream: `task-${randomUUID()}`, left: [...history] }));
  const told: { stream: string; event: Recorded<TaskEvent> }[] = [];
  for (let waiting = open; waiting.length > 0; waiting = waiting.filter(({ left }) => left.length > 0)) {
    const { stream, left } = chance.pick(waiting);
    const event = left.shift();
    if (event) told.push({ stream, event });
  }
  return told;
}
