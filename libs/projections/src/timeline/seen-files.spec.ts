import { type EventEntry, eventListSchema, timelineSchema } from '#contracts';
import { createTestDatabase } from '#testing';
import { EVIDENCE, OF_HEALTH, PEOPLE, type TaskStory, UNITS, usually } from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';
import { filesSeenIn } from './seen-files';

const TO_REPORT = ['task.confirm', 'task.hang', 'task.assign', 'task.accept'] as const;
const TO_END = ['task.request-closure', 'task.verify', 'task.close'] as const;
const report = (story: TaskStory, fileName: string) =>
  story.after('task.report', { progress: '已完成', evidence: [{ ...EVIDENCE, fileName }] }, OF_HEALTH);

describe('the files that a checker and a closer saw', () => {
  let house: QueryLab;
  let taskId: string;
  let other: string;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const sent = report(usually(begun({ serial: 1 }), ...TO_REPORT), '实施方案.pdf');
    taskId = await house.tell(usually(report(sent, '实施方案（定稿）.pdf'), ...TO_END));
    other = await house.tell(usually(report(usually(begun({ serial: 2 }), ...TO_REPORT), '他项材料.pdf'), ...TO_END));
  });
  afterAll(() => house.close());

  const named = (entries: readonly Pick<EventEntry, 'type' | 'files'>[]) =>
    entries.flatMap(({ type, files }) => files.map(({ fileName }) => `${type} ${fileName}`));

  it('are named in the course of their task, as they were called there last', async () => {
    const { entries } = timelineSchema.parse(await house.ask('task.timeline', { taskId }, PEOPLE.clerk));
    expect(named(entries)).toEqual(['task.closed 实施方案（定稿）.pdf', 'check.passed 实施方案（定稿）.pdf']);
    const [closed] = entries;
    expect(closed?.files).toEqual([{ ...EVIDENCE, fileName: '实施方案（定稿）.pdf' }]);
  });

  it('are named in the log, each as its own task called it', async () => {
    const { entries } = eventListSchema.parse(await house.ask('event.list', { type: 'check.passed' }, PEOPLE.auditor));
    expect(entries.map(({ taskId: of, files }) => [of, files[0]?.fileName])).toEqual([
      [other, '他项材料.pdf'],
      [taskId, '实施方案（定稿）.pdf'],
    ]);
  });

  it('come with what was done, by unit, with both days of each', async () => {
    const { entries } = timelineSchema.parse(await house.ask('task.timeline', { taskId }, PEOPLE.clerk));
    const passed = entries.find(({ type }) => type === 'check.passed');
    expect(passed?.units.map(({ unitId }) => unitId)).toContain(UNITS.health);
    expect(passed?.data).toMatchObject({
      saw: { met: [{ lane: UNITS.health, limitId: 'L1', on: '2025-03-03', recordedOn: '2025-03-03' }, {}] },
    });
  });

  it('are named too where they are the sheet that a unit without an account returned', async () => {
    const sheet = [{ ...EVIDENCE, fileName: '退回单.pdf' }];
    const onBehalf = { unitId: UNITS.health, saidBy: '王科长', how: 'paper', saidOn: '2025-03-03', sheet } as const;
    const assigned = usually(begun({ serial: 3 }), 'task.confirm', 'task.hang', 'task.assign');
    const accepted = assigned.after('task.accept-on-behalf', { onBehalf });
    const recorded = await house.tell(usually(accepted, 'task.report', 'task.request-closure', 'task.verify'));
    const { entries } = timelineSchema.parse(await house.ask('task.timeline', { taskId: recorded }, PEOPLE.clerk));
    expect(named(entries)).toEqual(['check.passed 退回单.pdf']);
  });
});

describe('an entry', () => {
  it('of another kind names no file by its hash', () => {
    expect(filesSeenIn({ data: { evidence: [EVIDENCE] } })).toEqual([]);
    expect(filesSeenIn({ data: { saw: { evidence: ['a'] } } })).toEqual(['a']);
  });
});
