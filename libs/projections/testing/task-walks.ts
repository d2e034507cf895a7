import { randomUUID } from 'node:crypto';
import { type RecordedTaskEvent, TASK_ACTS } from '#domain';
import { type SeededChance } from './seeded-chance';
import { noTask, soundBody, usualActor, usually, draftTask } from '../../domain/testing';

/** How often a walk tries an act: what ends a task comes seldom, so that some are still in a unit's hands at the end. */
const WEIGHTS = { leading: 8, side: 4, final: 1, never: 0 } as const;

/** The acts of people, each as often as it is tried. */
const ACTS = Object.values(TASK_ACTS).flatMap(({ type, offered }) =>
  Array.from({ length: WEIGHTS[offered] }, () => type),
);

/** A task's life by chance: acts that its rules allow, taken by those who usually do. */
export function randomHistory(chance: SeededChance, serial: number, steps: number): readonly RecordedTaskEvent[] {
  let story = noTask.after('task.draft', draftTask({ serial }), { by: usualActor('task.draft') });
  story = usually(story, 'task.confirm');
  for (let step = 0; step < steps; step += 1) {
    const act = chance.pick(ACTS);
    const outcome = story.when(act, soundBody(act), { by: usualActor(act) });
    if (outcome.result.kind === 'events') story = outcome.next;
  }
  return story.history;
}

/** Several tasks' lives, told in turns: what an ordinary morning's log looks like. */
export function interleave(
  histories: readonly (readonly RecordedTaskEvent[])[],
  chance: SeededChance,
): readonly { readonly stream: string; readonly event: RecordedTaskEvent }[] {
  const open = histories.map((history) => ({ stream: `task-${randomUUID()}`, left: [...history] }));
  const told: { stream: string; event: RecordedTaskEvent }[] = [];
  for (let waiting = open; waiting.length > 0; waiting = waiting.filter(({ left }) => left.length > 0)) {
    const { stream, left } = chance.pick(waiting);
    const event = left.shift();
    if (event) told.push({ stream, event });
  }
  return told;
}
