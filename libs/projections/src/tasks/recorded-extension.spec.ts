import { taskDetailSchema } from '#contracts';
import { createTestDatabase } from '#testing';
import { approved, PEOPLE, soundBody, UNITS, usually } from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';

describe('an extension that the office recorded for a unit', () => {
  let house: QueryLab;
  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
  });
  afterAll(() => house.close());

  const word = { unitId: UNITS.finance, saidBy: '王科长', how: 'phone', saidOn: '2025-03-03' } as const;
  const leads = { leadUnitIds: [UNITS.finance], supportUnitIds: [], limits: 'confirmed' as const };
  const asked = (serial: number) =>
    usually(begun({ serial }).after('task.confirm', leads), 'task.hang', 'task.assign')
      .after('task.accept-on-behalf', { onBehalf: word })
      .after('task.extend-on-behalf', { ...soundBody('task.extend'), onBehalf: word });
  const read = async (taskId: string, by: typeof PEOPLE.clerk) =>
    taskDetailSchema.parse(await house.ask('task.read', { taskId }, by)).task;

  it('names the unit that asks, who asked for it and how, and is the clerk’s own: another person decides', async () => {
    const taskId = await house.tell(asked(1));
    const [own] = (await read(taskId, PEOPLE.clerk)).proposals;
    const { saidBy, how, saidOn } = word;
    expect(own).toMatchObject({
      act: 'task.extend',
      by: { name: PEOPLE.clerk.name, unit: { unitId: UNITS.finance } },
      onBehalf: { saidBy, how, saidOn },
      extension: { limitId: 'L1' },
      own: true,
      unfit: null,
    });
    const [others] = (await read(taskId, PEOPLE.secondClerk)).proposals;
    expect(others?.own).toBe(false);
  });

  it('stands in the chain of the limit with the unit for which it was asked', async () => {
    const taskId = await house.tell(approved(asked(2)));
    const limit = (await read(taskId, PEOPLE.clerk)).limits.find(({ limitId }) => limitId === 'L1');
    expect(limit?.chain.at(-1)?.people).toMatchObject({
      askedBy: PEOPLE.clerk.name,
      approvedBy: PEOPLE.secondClerk.name,
      askedFor: { unitId: UNITS.finance },
    });
  });
});
