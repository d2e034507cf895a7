import { randomUUID } from 'node:crypto';
import { homeSchema, inboxSchema, ledgerSummarySchema, taskDetailSchema, taskListSchema } from '#contracts';
import { createTestDatabase } from '#testing';
import {
  aLimit,
  approved,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  soundBody,
  type TaskStory,
  UNITS,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';

/** Due on Monday 2025-06-30, done two days later, checked for three weeks, and returned with its old day on Wednesday 2025-07-23. */
const DUE = '2025-06-30';
const TODAY = '2025-07-30';
/** Two days before the check and five after it, not the 22 since the due day. */
const LATE = 7;

function returnedWithOldDay(ledgerId: string): TaskStory {
  const drafted = begun({ ledgerId, serial: 1, limits: [aLimit('L1', { due: DUE })] });
  const underway = usually(drafted, 'task.confirm', 'task.hang', 'task.assign', 'task.accept').on('2025-07-02');
  const done = underway.after('task.report', soundBody('task.report'), OF_HEALTH);
  const returned = usually(usually(done, 'task.request-closure').on('2025-07-23'), 'task.return');
  return passedTo(returned, TODAY);
}

describe('by how much a task is late', () => {
  let house: QueryLab;
  let ledgerId: string;
  let taskId: string;
  let story: TaskStory;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    for (const [unitId, name, parentId] of [
      [UNITS.office, '市政府', null],
      [UNITS.health, '市卫健局', UNITS.office],
    ] as const) {
      await house.reach(await writer.write(`unit-${unitId}`, { type: 'unit.created', data: { name, parentId } }));
    }
    ledgerId = randomUUID();
    const data = { name: '医改', code: 'YG', closingPrefix: '云医改销', region: 'CN', kind: 'reform' } as const;
    await house.reach(await writer.write(`ledger-${ledgerId}`, { type: 'ledger.created', data }));
    story = returnedWithOldDay(ledgerId);
    taskId = await house.tell(story);
  });
  afterAll(() => house.close());

  it('is one figure in lists, lamps, homes and inboxes: the days of a check are not the unit’s', async () => {
    const told = story.history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.rung.kind === 'escalate' ? [event.data.daysLate] : [],
    );
    expect(told).toEqual([LATE]);

    const { tasks } = taskListSchema.parse(await house.ask('task.list', { ledgerId }, PEOPLE.clerk, TODAY));
    expect(tasks).toMatchObject([{ lamp: 'late', remainingWorkingDays: -LATE }]);
    const { task } = taskDetailSchema.parse(await house.ask('task.read', { taskId }, PEOPLE.clerk, TODAY));
    expect(task).toMatchObject({
      remainingWorkingDays: -LATE,
      limits: [{ lamp: 'late', remainingWorkingDays: -LATE }],
    });
    const summary = ledgerSummarySchema.parse(await house.ask('ledger.summary', { ledgerId }, PEOPLE.clerk, TODAY));
    expect(summary.worst).toMatchObject([{ taskId, remainingWorkingDays: -LATE }]);

    const home = async (actor: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      homeSchema.parse(await house.ask('home.read', { ledgerId }, actor, TODAY));
    expect((await home(PEOPLE.clerk)).late).toMatchObject({ tasks: 1, workingDays: LATE });
    const own = await home(PEOPLE.reporter);
    expect(own.rows.map(({ remainingWorkingDays }) => remainingWorkingDays)).toEqual([-LATE]);
    const { entries } = inboxSchema.parse(
      await house.ask('inbox.read', { box: 'waiting', ledgerId }, PEOPLE.unitHead, TODAY),
    );
    const late = entries.filter(({ lamp }) => lamp === 'late').map(({ remainingWorkingDays }) => remainingWorkingDays);
    expect(new Set(late)).toEqual(new Set([-LATE]));
  });

  it('is one figure after a suspension too, by which the due day has moved already', async () => {
    const own = randomUUID();
    const underway = usually(
      begun({ ledgerId: own, serial: 1, limits: [aLimit('L1', { due: DUE })] }),
      'task.confirm',
      'task.hang',
      'task.assign',
      'task.accept',
    );
    const suspended = approved(
      underway.on('2025-07-04').after('task.suspend', { ...soundBody('task.suspend'), until: '2025-07-18' }),
    );
    // The due day is Monday 2025-07-14 now.
    const later = passedTo(suspended.on('2025-07-18').after('task.resume', {}, { by: PEOPLE.engine }), '2025-07-25');
    const data = { name: '医改二', code: 'YH', closingPrefix: '云医改二销', region: 'CN', kind: 'reform' } as const;
    await house.reach(await house.lab.writer.write(`ledger-${own}`, { type: 'ledger.created', data }));
    const id = await house.tell(later, randomUUID());
    expect(later.history.findLast(({ type }) => type === 'rung.fired')?.data).toMatchObject({ daysLate: 9 });
    const { tasks } = taskListSchema.parse(await house.ask('task.list', { ledgerId: own }, PEOPLE.clerk, '2025-07-25'));
    expect(tasks).toMatchObject([{ remainingWorkingDays: -9 }]);
    const { task } = taskDetailSchema.parse(await house.ask('task.read', { taskId: id }, PEOPLE.clerk, '2025-07-25'));
    expect(task).toMatchObject({ remainingWorkingDays: -9, limits: [{ remainingWorkingDays: -9 }] });
  });

  it('is the work of its unit alone where it leads the worst of a ledger', async () => {
    // Three weeks late by its day, and five by its unit; the other one ten days by both.
    const other = randomUUID();
    const plain = passedTo(
      usually(
        begun({ ledgerId, serial: 2, limits: [aLimit('L1', { due: '2025-07-16' })] }),
        'task.confirm',
        'task.hang',
        'task.assign',
        'task.accept',
      ),
      TODAY,
    );
    await house.tell(plain, other);
    const { worst } = ledgerSummarySchema.parse(await house.ask('ledger.summary', { ledgerId }, PEOPLE.clerk, TODAY));
    expect(worst.map(({ taskId: id, remainingWorkingDays }) => [id, remainingWorkingDays])).toEqual([
      [other, -10],
      [taskId, -LATE],
    ]);
    const { late } = homeSchema.parse(await house.ask('home.read', { ledgerId }, PEOPLE.clerk, TODAY));
    expect(late).toMatchObject({ tasks: 2, workingDays: 10 });
  });
});
