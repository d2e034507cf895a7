import { taskListSchema, unitListsSchema } from '#contracts';
import { eventually } from '#testing';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

const RULE = { progress: 'average', indicators: [] };

/** A task that is split to two counties: each works and closes alone, and the parent waits for both. */
describe('a task that is split', () => {
  let running: RunningHouse;
  let clerk: Person;
  let bureau: Person;
  let head: Person;
  let songhe: Person;
  let songheHead: Person;
  let verifier: Person;
  let closer: Person;
  let task: RunningTask;
  let counties: readonly string[];

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const unitId = await office.unit('云岭市卫生健康委');
    counties = [await office.unit('松河县卫生健康局'), await office.unit('青石县卫生健康局')];
    const supervision = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', supervision);
    verifier = await office.person('verifier', 'verifier', supervision);
    closer = await office.person('closer', 'closer', supervision);
    bureau = await office.person('bureau', 'reporter', unitId);
    head = await office.person('head', 'unit-head', unitId);
    songhe = await office.person('county', 'reporter', counties[0] ?? '');
    songheHead = await office.person('county-head', 'unit-head', counties[0] ?? '');
    task = await RunningTask.assigned({ running, clerk, due: '2021-12-31', leadUnitIds: [unitId] });
    await task.does(bureau, 'accept');
    await task.does(bureau, 'report', { progress: '方案已印发' });
  });
  afterAll(() => running.close());

  const childrenOf = async () => {
    await task.seenBy(clerk);
    return (await clerk.reads(`tasks?parentId=${task.taskId}`, taskListSchema)).tasks;
  };

  it('is refused into nobody', async () => {
    expect(await task.tries(clerk, 'split', { by: 'units', children: [], rule: RULE })).toBe('REQUEST.INVALID');
  });

  it('gives each county a task of its own, numbered below it and waiting for its answer', async () => {
    const children = counties.map((unitId) => ({ leadUnitIds: [unitId] }));
    await task.does(clerk, 'split', { by: 'units', children, rule: RULE, listName: '各县' });
    await eventually(async () => expect(await childrenOf()).toHaveLength(2));
    expect(await childrenOf()).toMatchObject([
      { taskNumber: 'YL2021-001-01', parentNumber: 'YL2021-001', status: 'assigned', due: '2021-12-31' },
      { taskNumber: 'YL2021-001-02', leadUnits: [{ unitId: counties[1] }] },
    ]);
    expect(await task.inboxOf(songhe)).toEqual(['accept']);
  });

  it('keeps the units under their name for the next split', async () => {
    const { lists } = await clerk.reads(`unit-lists?ledgerId=${task.ledgerId}`, unitListsSchema);
    expect(lists).toMatchObject([{ name: '各县', units: counties.map((unitId) => ({ unitId })) }]);
    expect((await songhe.get(`unit-lists?ledgerId=${task.ledgerId}`)).status).toBe(403);
  });

  it('shows the parent how they stand and what they add up to; a county sees its own, and its parent’s number', async () => {
    const [first] = await childrenOf();
    const own = task.other(first?.taskId ?? '');
    await own.does(songhe, 'accept');
    await own.does(songhe, 'report', { progress: '已铺开', percent: 60 });
    const { children } = await task.seenBy(bureau);
    expect(children).toMatchObject({
      progress: { value: 30, from: 1, of: 2 },
      tasks: [
        { number: 'YL2021-001-01', ended: null, standing: { percent: 60, status: 'underway', inSight: false } },
        { number: 'YL2021-001-02', standing: { status: 'assigned' } },
      ],
    });
    expect((await own.seenBy(songhe)).parent).toEqual({ taskId: task.taskId, number: 'YL2021-001', title: null });
    expect((await songhe.get(`tasks/${task.taskId}`)).status).toBe(404);
    expect((await task.seenBy(clerk)).children?.tasks[0]?.standing?.inSight).toBe(true);
  });

  it('is neither claimed nor ended before its children', async () => {
    const claim = { selfCheck: '各项举措已完成', committed: true };
    expect(await task.tries(head, 'request-closure', claim)).toBe('TASK.CHILDREN_OPEN');
    expect(await task.tries(clerk, 'void', { reason: '误录' })).toBe('TASK.CHILDREN_OPEN');
  });

  it('lets a child close alone, with a number of its own, and hears of the end of the last', async () => {
    const [first, second] = await childrenOf();
    const [own, other] = [task.other(first?.taskId ?? ''), task.other(second?.taskId ?? '')];
    await own.does(songheHead, 'request-closure', { selfCheck: '各项举措已完成', committed: true });
    await own.does(verifier, 'verify', { conclusion: '属实' });
    await own.does(closer, 'close', { outcome: 'rectified', statement: '同意销号' });
    await eventually(async () =>
      expect((await task.seenBy(bureau)).children?.tasks.map(({ ended }) => ended)).toEqual(['closed', null]),
    );
    await other.does(clerk, 'void', { reason: '与他项重复' });
    await eventually(async () => expect(await task.inboxOf(head, 'news')).toContain('children-ended'));
    expect((await task.seenBy(bureau)).children).toMatchObject({
      progress: { value: 100, from: 1, of: 1 },
      tasks: [{ outcome: 'rectified' }, { outcome: null }],
    });
    await task.does(head, 'request-closure', { selfCheck: '各项举措已完成', committed: true });
    expect((await task.events(clerk)).map(({ type }) => type).slice(-4)).toEqual([
      'task.split',
      'child.ended',
      'child.ended',
      'lane.claimed',
    ]);
  });

  it('is listed with its children below it', async () => {
    const { tasks } = await clerk.reads(`tasks?ledgerId=${task.ledgerId}`, taskListSchema);
    expect(tasks.map(({ taskNumber, childCount }) => [taskNumber, childCount])).toEqual([
      ['YL2021-001', { total: 2, open: 0 }],
      ['YL2021-001-01', null],
      ['YL2021-001-02', null],
    ]);
  });
});
