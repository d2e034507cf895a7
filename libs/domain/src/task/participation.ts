import { type TaskState } from './task.state';
import { type RecordedTaskEvent } from './task.types';

type Participation = TaskState['participation'];
/** What is noted: which part, and whose account (or unit) it is. */
type Note = readonly [part: keyof Participation, id: string];

/**
 * Who has taken part in a task, after an event: one rule for every event, so that none can forget it. It only grows. Taking a step back
 * takes nobody out, and neither does a new round or another choice of units.
 * @param state the task with the event's own effects; its participation is that of before
 */
export function participationAfter(state: TaskState, event: RecordedTaskEvent): Participation {
  return notesOf(state, event).reduce(withNote, state.participation);
}

function withNote(participation: Participation, [part, id]: Note): Participation {
  const known = participation[part];
  return known.includes(id) ? participation : { ...participation, [part]: [...known, id] };
}

function notesOf(state: TaskState, event: RecordedTaskEvent): readonly Note[] {
  const { accountId } = event.metadata.actor;
  const recorded = 'onBehalf' in event.data && event.data.onBehalf !== undefined;
  switch (event.type) {
    case 'lane.reported':
    case 'lane.claimed':
    case 'instruction.answered':
      return [
        [recorded ? 'recorded' : 'reported', accountId],
        ['reportedFor', event.data.lane],
      ];
    case 'instruction.given':
      // Whoever records a leader's word does none of the work.
      return [];
    case 'task.assigned':
      return [['assigned', assignerOf(state, event)]];
    case 'task.split':
      // Whoever splits a task gives out its work, and does not check what comes of it.
      return [['assigned', accountId]];
    case 'lanes.changed': {
      const { added, askedBy } = event.data;
      const assigners = added.length === 0 ? [] : [accountId, ...(askedBy ? [askedBy.accountId] : [])];
      return assigners.map((each): Note => ['assigned', each]);
    }
    case 'check.passed':
      return [['checked', accountId]];
    case 'check.returned':
      // Without a level it was the closer who sent it back.
      return event.data.level === null ? [] : [['checked', accountId]];
    case 'task.closed':
      return [['closed', accountId]];
    default:
      return recorded ? [['recorded', accountId]] : [];
  }
}

/** Whoever split the parent has assigned the child; the program only carries it out. */
function assignerOf({ parent }: TaskState, { metadata: { actor } }: RecordedTaskEvent): string {
  return actor.role === 'engine' && parent !== null ? parent.splitBy.accountId : actor.accountId;
}
