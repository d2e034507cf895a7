import { ENGINE_ACTOR, type Ending, type RecordedOfType } from '#domain';
import { Act } from '../command/act';
import { isRefusedForGood } from '../command/final-failure';
import { type Reaction, reactionContext } from '../reactions/reaction';

type End = RecordedOfType<'task.closed'> | RecordedOfType<'task.voided'> | RecordedOfType<'task.terminated'>;

const ENDINGS: Readonly<Record<End['type'], Ending>> = {
  'task.closed': 'closed',
  'task.voided': 'voided',
  'task.terminated': 'terminated',
};

/** The end of a child is told to its parent, which does not end before it. */
export const tellParentReaction: Reaction = {
  name: 'tell-parent',
  types: ['task.closed', 'task.voided', 'task.terminated'],
  // Most tasks are nobody's children.
  concerns: ({ data }) => data['childOf'] !== undefined,
  lastPart: 'tell',
  react: async (event, stream, bus) => {
    if (event.type !== 'task.closed' && event.type !== 'task.voided' && event.type !== 'task.terminated') return;
    const { childOf: parentId, on } = event.data;
    if (parentId === undefined) return;
    const childId = stream.slice('task-'.length);
    const outcome = event.type === 'task.closed' ? { outcome: event.data.outcome } : {};
    const data = { childId, ending: ENDINGS[event.type], ...outcome, on };
    const command = { type: 'task.note-child', data } as const;
    const context = reactionContext(event, ENGINE_ACTOR, 'tell');
    try {
      await bus.execute(new Act({ aggregate: 'task', id: parentId, command }, context));
    } catch (error) {
      // A parent that was left out of a restored log hears of nothing any more.
      if (!isRefusedForGood(error)) throw error;
    }
  },
};
