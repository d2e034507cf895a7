import {
  actedBy,
  approved,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  personWith,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
} from '../../../testing';
import { type Actor } from '../../shared/actor';
import { delaysToRead } from '../told-delays';

/** The limits of the sample task are due on 2025-06-30. */
const DAY_AFTER = '2025-07-01';
const ESCALATED = '2025-07-07';
const NOTICED = '2025-07-21';
const late = passedTo(taskIn('underway'), ESCALATED);
const byLeader = { by: PEOPLE.leader };
const read = (story: TaskStory, by = byLeader) => story.when('task.note-read', {}, by);
const leftTo = (story: TaskStory, person: Actor = PEOPLE.leader) =>
  delaysToRead(stateOf(story), actedBy(person), story.today).length;
const readersOf = (story: TaskStory) => stateOf(story).delays.map(({ read: by }) => by.map(({ name }) => name));

describe('reading of a delay', () => {
  it('is for whoever was told of it, and leaves it to the others', () => {
    const [delay] = stateOf(late).delays;
    const { obligation, holder, climb, due } = delay ?? {};
    read(late).then([{ type: 'delay.read', data: { delays: [{ obligation, holder, climb, due }] } }]);
    const after = read(late).next;
    expect(readersOf(after)).toEqual([['主要领导']]);
    expect([PEOPLE.leader, PEOPLE.unitHead, PEOPLE.clerk, PEOPLE.secondClerk].map((who) => leftTo(after, who))).toEqual(
      [0, 1, 1, 1],
    );
  });

  it('begins with the copies of the day after the due day', () => {
    const copied = passedTo(taskIn('underway'), DAY_AFTER);
    expect([PEOPLE.leader, PEOPLE.unitHead, PEOPLE.clerk].map((who) => leftTo(copied, who))).toEqual([1, 1, 0]);
    read(copied, { by: PEOPLE.clerk }).then('TASK.NOTHING_TO_READ');
  });

  it.each([
    ['before anybody was told', taskIn('underway'), byLeader],
    ['of one’s own delay', late, OF_HEALTH],
    ['a second time', read(late).next, byLeader],
    [
      'by a leader of another unit, whom nobody has told',
      late,
      { by: personWith(0x91, '局领导', 'leader', UNITS.health) },
    ],
  ] as const)('is refused %s', (_when, story, by) => {
    read(story, by).then('TASK.NOTHING_TO_READ');
  });

  it('is also for whoever has the post after the one who was told, and then for each of them by themselves', () => {
    const successor = personWith(0x91, '新任领导', 'leader', UNITS.office);
    const clerk = personWith(0x92, '新任督查', 'supervision-clerk', UNITS.office);
    expect([successor, clerk, PEOPLE.leader].map((who) => leftTo(late, who))).toEqual([1, 1, 1]);
    const { next } = read(late, { by: successor });
    expect(readersOf(next)).toEqual([['新任领导']]);
    expect([successor, clerk, PEOPLE.leader].map((who) => leftTo(next, who))).toEqual([0, 1, 1]);
    read(next, { by: successor }).then('TASK.NOTHING_TO_READ');
    read(next).then(['delay.read']);
  });

  it('is asked for again by the next rung, of the same people', () => {
    const again = passedTo(read(late).next, NOTICED);
    expect(leftTo(again)).toBe(1);
    expect(readersOf(again)).toEqual([[]]);
    expect(readersOf(read(again).next)).toEqual([['主要领导']]);
  });

  it('takes all delays of the task at once', () => {
    const two = passedTo(taskIn('underway').after('task.instruct', { text: '请说明原因' }, byLeader), ESCALATED);
    expect(leftTo(two)).toBeGreaterThan(1);
    expect(leftTo(read(two).next)).toBe(0);
  });

  it('is over with the delay: what was done, or has ended, is nobody’s to read', () => {
    const done = { progress: '完成', done: [{ limitId: 'L1', period: null }] };
    expect(leftTo(late.after('task.report', done, OF_HEALTH))).toBe(0);
    expect(leftTo(late.after('task.report', { progress: '推进中' }, OF_HEALTH))).toBe(1);
    expect(leftTo(approved(late.after('task.terminate', soundBody('task.terminate'))))).toBe(0);
  });

  it('neither answers nor moves anything: the next rung goes out on its day', () => {
    const { next } = read(late);
    expect(stateOf(next)).toMatchObject({ status: 'underway', fired: stateOf(late).fired, turns: stateOf(late).turns });
    expect(stateOf(passedTo(next, NOTICED)).fired).toEqual(stateOf(passedTo(late, NOTICED)).fired);
  });

  it('cannot be taken back, and takes from nobody the way back to their own step', () => {
    const reported = taskIn('underway').after('task.report', { progress: '推进中' }, OF_HEALTH);
    const told = passedTo(reported, DAY_AFTER);
    const after = read(told).next;
    expect(stateOf(after).lastSteps).toEqual(stateOf(told).lastSteps);
    after.when('task.withdraw', {}, byLeader).then('TASK.NOT_YOUR_STEP');
  });
});

describe('an instruction about a delay', () => {
  const given = late.after('task.instruct', { text: '请说明迟缓原因' }, byLeader);

  it('says that its giver has read of it, until it is taken back', () => {
    expect([leftTo(given), leftTo(given, PEOPLE.unitHead)]).toEqual([0, 1]);
    expect(leftTo(given.after('task.withdraw', {}, byLeader))).toBe(1);
  });

  it('of another unit leaves it to be read', () => {
    expect(leftTo(late.after('task.instruct', { text: '请配合', lanes: [UNITS.finance] }, byLeader))).toBe(1);
  });

  it('that is not answered is a delay of its own', () => {
    const silent = passedTo(given.after('task.report', { progress: '推进中' }, OF_HEALTH), '2025-07-15');
    expect(stateOf(silent).delays.map(({ holder }) => holder)).toContain('answer');
    expect(leftTo(silent)).toBeGreaterThan(0);
  });
});
