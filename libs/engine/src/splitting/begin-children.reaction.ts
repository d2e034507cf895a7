import { type CommandBus } from '@nestjs/cqrs';
import { ENGINE_ACTOR, type RecordedOfType, TASK_ACTS, type TaskState } from '#domain';
import { Act } from '../command/act';
import { type Reaction, reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';

/**
 * A split is one event of the parent; this makes its children. Every command's id follows from the split, so that a crash between any
 * two of them leads to the same children.
 */
export function beginChildrenReaction(states: States): Reaction {
  return {
    name: 'begin-children',
    types: ['task.split'],
    lastPart: 'last',
    react: async (event, stream, bus) => {
      if (event.type !== 'task.split') return;
      const parent = await parentOf(states, stream.slice('task-'.length));
      const last = event.data.children.length - 1;
      const others = event.data.children.slice(0, last);
      await Promise.all(others.map((_child, index) => beginChild(event, { parent, index }, bus)));
      await beginChild(event, { parent, index: last }, bus);
    },
  };
}

/** A split as the log tells it. */
export type RecordedSplit = RecordedOfType<'task.split'>;

/** A task that was split. */
export interface Parent {
  readonly taskId: string;
  readonly state: TaskState;
}

/** The task that was split. Its serial, source and number do not change: the state last known here tells them. */
async function parentOf(states: States, taskId: string): Promise<Parent> {
  const tasks = states.of('task');
  const state = (await tasks.known(taskId)).state ?? (await tasks.fresh(taskId)).state;
  if (state === null) throw new Error('a task that was split is there');
  return { taskId, state };
}

/** Makes one child of a split, the one at a place of its list. It may run again: the child is known by the command that made it. */
export async function beginChild(
  event: RecordedSplit,
  { parent, index }: { readonly parent: Parent; readonly index: number },
  bus: CommandBus,
): Promise<void> {
  const { children, content, moves, authority, requirements, replyBy, on } = event.data;
  const child = children[index];
  if (child === undefined) throw new Error('a split has the child that is begun');
  const part = index === children.length - 1 ? 'last' : `child-${index}`;
  const { taskId, number, place, leads, supports, own } = child;
  const { ledgerId, importId, serial, source } = parent.state;
  const data = {
    ledgerId,
    importId,
    serial,
    source,
    content: { ...content, ...own, leadUnitNames: [], supportUnitNames: [], doubts: [] },
    parent: { taskId: parent.taskId, number: parent.state.number ?? '', place, splitBy: event.metadata.actor },
    leads,
    supports,
    number,
    authority,
    requirements,
    replyBy,
    on,
    // They belong to the limits that are handed down.
    moves: own.limits ? [] : moves,
  };
  // As from a request: a command is known again by the text of its body, and a state has its members in the order in which it was made.
  const step = TASK_ACTS['task.begin-child'].step(taskId, data);
  await bus.execute(new Act(step, reactionContext(event, ENGINE_ACTOR, part)));
}
