import { eventListSchema, homeSchema, taskListSchema } from '#contracts';
import { addDays } from '#domain';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { AUTHORITY } from './support/running-task';

/** Tuesday to Friday of one week: five working days later those above are told, on the same weekdays of the next. */
const DUE = ['2021-08-10', '2021-08-11', '2021-08-12', '2021-08-13', '2021-08-16'] as const;
const START = '2021-08-02';

/** A unit that misses one day after the other, over the tasks of a ledger. */
describe('delays of a unit in a row', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let leader: Person;
  let auditor: Person;
  let unitId: string;
  let ledgerId: string;
  let day = START;
  const taskIds = new Map<string, string>();

  beforeAll(async () => {
    running = await runHouse(`${START}T01:00:00.000Z`);
    const office = await Office.open(running);
    const top = await office.unit('云岭市政府');
    unitId = await office.unit('云岭市卫健局', top);
    clerk = await office.person('clerk', 'supervision-clerk', top);
    reporter = await office.person('reporter', 'reporter', unitId);
    leader = await office.person('leader', 'leader', top);
    auditor = await office.person('auditor', 'auditor', top);
    ledgerId = (await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' })).id;
    for (const due of DUE) taskIds.set(due, await taskDue(due));
  });
  afterAll(() => running.close());

  const tasks = async () =>
    (await clerk.reads(`tasks?ledgerId=${ledgerId}&limit=50`, taskListSchema)).tasks.map(({ taskId }) => taskId);

  async function taskDue(due: string): Promise<string> {
    const before = new Set(await tasks());
    await clerk.does(`ledgers/${ledgerId}/import`, anImport(`${due}到期`, 1, due));
    const taskId = await eventually(async () => {
      const [made] = (await tasks()).filter((each) => !before.has(each));
      if (made === undefined) throw new Error('the task is not there yet');
      return made;
    });
    const act = (person: Person, name: string, body: object = {}) => person.does(`tasks/${taskId}/${name}`, body);
    await act(clerk, 'confirm', { leadUnitIds: [unitId], supportUnitIds: [], limits: 'confirmed' });
    await act(clerk, 'hang', { authority: AUTHORITY, secrecyDeclared: true });
    await act(clerk, 'assign');
    await act(reporter, 'accept');
    return taskId;
  }

  async function morningOf(last: string): Promise<void> {
    while (day < last) {
      day = addDays(day, 1);
      await running.passTo(`${day}T01:00:00.000Z`);
    }
  }

  /** The streaks as the log tells them, the newest first. */
  async function streaks(): Promise<readonly (readonly [string, unknown, unknown])[]> {
    auditor.seesUpTo((await running.foundation.store.head()) ?? '0');
    const { entries } = await auditor.reads('events?category=streak&limit=50', eventListSchema);
    return entries.map(({ type, data }) => [type, data['length'] ?? null, data['reached'] ?? null]);
  }

  const asked = async () => {
    leader.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await leader.reads('home', homeSchema)).rows.flatMap(({ kind, asked: what }) =>
      kind === 'decide' ? [what?.grounds] : [],
    );
  };

  it('propose 挂牌督办 to the leader with the third that was brought to those above, and not before', async () => {
    await morningOf('2021-08-18');
    await eventually(async () => expect(await streaks()).toHaveLength(2));
    expect(await asked()).toEqual([]);
    await morningOf('2021-08-19');
    await eventually(async () => {
      expect(await streaks()).toEqual([
        ['streak.lengthened', 3, true],
        ['streak.lengthened', 2, false],
        ['streak.lengthened', 1, false],
      ]);
      expect(await asked()).toEqual(['该单位在本台账连续3次逾期上报，其间没有按期完成的事项']);
    });
  });

  it('begin anew once the unit completes something in time, by the day that it states', async () => {
    // Told now, done on its day.
    await reporter.does(`tasks/${taskIds.get('2021-08-13') ?? ''}/report`, {
      progress: '已按期完成。',
      percent: 100,
      done: [{ limitId: 'L1', on: '2021-08-13' }],
    });
    await eventually(async () => expect((await streaks())[0]?.[0]).toBe('streak.ended'));
    await morningOf('2021-08-23');
    await eventually(async () => expect((await streaks())[0]).toEqual(['streak.lengthened', 1, false]));
    expect(await asked()).toHaveLength(1);
  });
});
