import { evolveTask, type Recorded, type TaskEvent, type TaskState } from '#domain';
import { PEOPLE, SOUND, TASK_ID, taskIn, type TaskStory, UNITS, usually } from '../../../domain/testing';
import { type TaskEntry } from '../shared/task-entries';
import { inboxChange, type NewEntry } from './inbox-rules';

/** What a story has put into inboxes and nothing in it has settled. */
function openAfter(story: TaskStory): readonly NewEntry[] {
  let state: TaskState | null = null;
  let open: NewEntry[] = [];
  for (const event of story.history) {
    const before: TaskState | null = state;
    const after: TaskState | null = evolveTask(before, event);
    if (after === null) throw new Error('a story begins with its draft');
    const { settled, entries } = inboxChange(entryOf(event), before, after);
    const ended = (entry: NewEntry) =>
      settled.some(({ kind, byHand }) => entry.kind === kind && entry.byHand === byHand);
    open = [...open.filter((entry) => !ended(entry)), ...entries];
    state = after;
  }
  return open;
}

function entryOf(event: Recorded<TaskEvent>): TaskEntry {
  const { revision, type } = event;
  const head = { position: String(revision), stream: `task-${TASK_ID}`, category: 'task', id: TASK_ID, hash: '' };
  return { ...head, revision, type, readable: true, event };
}

/** Kinds with role and unit, of those that wait or were urged. */
const told = (story: TaskStory) =>
  openAfter(story).map(({ kind, audience, waits }) => `${kind} ${audience.role} ${waits ? 'waits' : 'news'}`);
const urged = (story: TaskStory) => told(story).filter((line) => line.startsWith('urge'));

const BY_HAND = ['urge reporter waits', 'urge-copy unit-head news', 'urge-copy leader news'];
const TIMER = { timerId: 't', limitId: 'L1', period: null, rungId: 'urge-1', kind: 'urge', due: '2025-06-30' } as const;
const late = (story: TaskStory) => story.after('task.fire-timer', TIMER, { by: PEOPLE.engine });
const byHand = (story: TaskStory) => story.after('task.urge', SOUND['task.urge']);

describe('urging by hand', () => {
  it.each(['assigned', 'underway', 'returned'] as const)('waits for the lead unit, with copies above: %s', (status) => {
    const story = byHand(taskIn(status));
    expect(urged(story)).toEqual(BY_HAND);
    const [entry] = openAfter(story).filter(({ kind }) => kind === 'urge');
    expect(entry).toMatchObject({
      audience: { role: 'reporter', unitId: UNITS.health },
      byHand: true,
      data: { message: SOUND['task.urge'].message, occurredOn: '2025-03-03' },
    });
  });

  it('leaves what waited before where it is', () => {
    expect(told(byHand(taskIn('assigned'))).filter((line) => line.startsWith('accept'))).toHaveLength(2);
    expect(told(byHand(taskIn('returned'))).filter((line) => line.startsWith('rectify'))).toHaveLength(2);
  });

  it.each([
    ['a report', 'underway', 'task.report'],
    ['a request for closure', 'underway', 'task.request-closure'],
    ['accepting', 'assigned', 'task.accept'],
    ['declining', 'assigned', 'task.decline'],
    ['the end of the task', 'returned', 'task.terminate'],
  ] as const)('is settled by %s', (_name, status, act) => {
    expect(urged(usually(byHand(taskIn(status)), act))).toEqual([]);
  });

  it('is settled when the task is taken out of the unit’s hands', () => {
    const back = byHand(taskIn('assigned')).after('task.withdraw', {}, { by: PEOPLE.clerk });
    expect(told(back)).toEqual([]);
  });

  it('is not settled by what others do', () => {
    expect(urged(usually(byHand(taskIn('underway')), 'task.correct'))).toEqual(BY_HAND);
  });

  it('waits once more when it is sent on another day', () => {
    const twice = byHand(taskIn('underway')).on('2025-03-04').after('task.urge', {});
    expect(urged(twice)).toEqual([...BY_HAND, ...BY_HAND]);
    expect(urged(usually(twice, 'task.report'))).toEqual([]);
  });
});

describe('urging by timer', () => {
  it('is told as it is by hand, and waits for a report', () => {
    expect(urged(late(taskIn('underway')))).toEqual(BY_HAND);
    expect(urged(usually(late(taskIn('underway')), 'task.report'))).toEqual([]);
  });

  it('is not settled by accepting alone: what is late stays late', () => {
    expect(urged(usually(late(taskIn('assigned')), 'task.accept'))).toEqual(BY_HAND);
    expect(openAfter(usually(byHand(late(taskIn('assigned'))), 'task.accept')).map(({ byHand: own }) => own)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is settled when the unit declines: it is asked for nothing any more', () => {
    expect(told(usually(late(taskIn('assigned')), 'task.decline'))).toEqual(['assign-again supervision-clerk waits']);
  });
});
