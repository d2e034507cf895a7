import { randomUUID } from 'node:crypto';
import { type TaskDetail, taskDetailSchema } from '#contracts';
import { type Actor } from '#domain';
import { createTestDatabase } from '#testing';
import { PEOPLE, personWith, taskIn, UNITS } from '../../../domain/testing';
import { openQueryLab, type QueryLab } from '../../testing';

describe('a task as it was', () => {
  let house: QueryLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
  });
  afterAll(() => house.close());

  const read = async (taskId: string, revision?: number, actor: Actor = PEOPLE.clerk, today?: string) => {
    const input = { taskId, ...(revision === undefined ? {} : { revision: String(revision) }) };
    return taskDetailSchema.parse(await house.ask('task.read', input, actor, today));
  };
  const present = ({ task: { acts: _acts, ...task } }: TaskDetail) => task;

  it('is read after each of its events, up to the present one', async () => {
    const story = taskIn('closed');
    const taskId = await house.tell(story);
    const last = story.history.length - 1;
    const seen: string[] = [];
    for (const [revision, { metadata }] of story.history.entries()) {
      const then = await read(taskId, revision);
      expect(then.asOf).toEqual({ revision, recordedAt: metadata.recordedAt });
      expect(then.task).toMatchObject({ revision, recordedAt: metadata.recordedAt, acts: [], taskId });
      seen.push(then.task.status);
    }
    expect(seen.slice(0, 4)).toEqual(['draft', 'draft', 'hung', 'assigned']);
    const now = await read(taskId);
    expect(now.asOf).toBeNull();
    expect(present(await read(taskId, last))).toEqual(present(now));
  });

  it('stands as it stood on the day of the event', async () => {
    const taskId = randomUUID();
    const story = taskIn('underway');
    await house.tell(story, taskId);
    const before = story.history.length - 1;
    const { data } = story.history[before] ?? {};
    const metadata = { ...story.history[before]?.metadata, recordedAt: '2025-06-29T16:30:00.000Z' };
    await house.reach(await house.lab.writer.write(`task-${taskId}`, { type: 'lane.reported', data, metadata }));
    const today = '2025-12-01';
    expect((await read(taskId, undefined, PEOPLE.clerk, today)).task.lamp).toBe('late');
    expect((await read(taskId, before, PEOPLE.clerk, today)).task.lamp).toBe('normal');
    // Half past midnight of the due day in Shanghai.
    const onTheDay = (await read(taskId, before + 1, PEOPLE.clerk, today)).task;
    expect(onTheDay).toMatchObject({ lamp: 'near', remainingWorkingDays: 0, nextDue: '2025-06-30' });
    expect(onTheDay.limits[0]).toMatchObject({ lamp: 'near', remainingWorkingDays: 0 });
    expect(onTheDay.revision).toBe(before + 1);
  });

  it('has no step that did not happen', async () => {
    const story = taskIn('hung');
    const taskId = await house.tell(story);
    for (const revision of [story.history.length, 9_999]) {
      await expect(read(taskId, revision)).rejects.toMatchObject({ code: 'TASK.REVISION_UNKNOWN' });
    }
    for (const revision of [-1, 1.5, 10_000]) await expect(read(taskId, revision)).rejects.toThrow();
  });

  it('is read by whoever may read the task, and by nobody else', async () => {
    const taskId = await house.tell(taskIn('underway'));
    expect((await read(taskId, 0, PEOPLE.reporter)).task.status).toBe('draft');
    const stranger = personWith(0x51, '戊', 'reporter', UNITS.insurance);
    await expect(read(taskId, 0, stranger)).rejects.toMatchObject({ code: 'TASK.UNKNOWN' });
    await expect(read(randomUUID(), 0)).rejects.toMatchObject({ code: 'TASK.UNKNOWN' });
  });
});
