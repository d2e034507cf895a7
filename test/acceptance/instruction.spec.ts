import { meSchema } from '#contracts';
import { startRedis } from '#testing';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

/** A Thursday. The working days after it: 20, then 23 to 26. */
const DUE = '2021-08-19';

/** Where nudges wait: in PostgreSQL, or in a Redis of its own. */
interface Backend {
  readonly redisUrl: string | undefined;
  close(): Promise<void>;
}

const inPostgres = (): Promise<Backend> => Promise.resolve({ redisUrl: undefined, close: async () => undefined });

async function inRedis(): Promise<Backend> {
  const server = await startRedis();
  return { redisUrl: server.url, close: () => server.close() };
}

/** From the due day through escalation and instruction to the answer: everybody does their part through HTTP, and time passes for all. */
describe.each([
  ['PostgreSQL', inPostgres],
  ['Redis', inRedis],
])('a task that is late, with nudges in %s', (_name, startBackend) => {
  let backend: Backend;
  let office: Office;
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let head: Person;
  let leader: Person;
  let task: RunningTask;
  let unitId: string;
  let above: string;

  beforeAll(async () => {
    backend = await startBackend();
    running = await runHouse('2021-08-02T01:00:00.000Z', undefined, backend.redisUrl);
    office = await Office.open(running);
    above = await office.unit('云岭市人民政府');
    unitId = await office.unit('云岭市卫生健康委', above);
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    head = await office.person('head', 'unit-head', unitId);
    leader = await office.person('leader', 'leader', above);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
  });
  afterAll(async () => {
    await running.close();
    await backend.close();
  });

  /** The last rung that went out: its kind, how late it is, and the roles that were told. */
  async function lastRung(): Promise<unknown> {
    const fired = (await task.events(clerk)).filter(({ type }) => type === 'rung.fired').at(-1);
    const { rung, daysLate, told } = fired?.data ?? {};
    return { rung, daysLate, told };
  }

  it('tells the handler and the head of the unit on the day', async () => {
    await task.morningsUntil(DUE);
    expect(await lastRung()).toMatchObject({ rung: { kind: 'due' }, daysLate: 0 });
    expect(await task.inboxOf(reporter)).toContain('remind');
    expect(await task.inboxOf(head, 'news')).toContain('remind');
    expect(await task.inboxOf(leader)).toEqual([]);
  });

  it('(6) brings it to the head, the leader and the office five working days later', async () => {
    await task.morningsUntil('2021-08-20');
    expect(await lastRung()).toMatchObject({ rung: { kind: 'urge' }, daysLate: 1 });
    await task.morningsUntil('2021-08-26');
    expect(await lastRung()).toMatchObject({
      rung: { kind: 'escalate' },
      daysLate: 5,
      told: [
        { role: 'unit-head', unitId },
        { role: 'leader', unitId },
        { role: 'supervision-clerk', unitId: null },
      ],
    });
    for (const person of [head, leader, clerk]) expect(await task.inboxOf(person)).toContain('escalate');
  });

  it('lets the head say that they have read it, once, and leaves it to the others', async () => {
    await task.does(head, 'note-read');
    expect(await task.inboxOf(head)).not.toContain('escalate');
    expect(await task.inboxOf(head, 'settled')).toContain('escalate');
    for (const person of [leader, clerk]) expect(await task.inboxOf(person)).toContain('escalate');
    expect(await task.tries(head, 'note-read')).toBe('TASK.NOTHING_TO_READ');
    expect(await task.tries(reporter, 'note-read')).toBe('TASK.NOTHING_TO_READ');
    const { delays } = await task.seenBy(clerk);
    expect(delays).toMatchObject([
      { unit: { unitId }, due: DUE, daysLate: 5, toldOn: '2021-08-26', read: [{ on: '2021-08-26' }] },
    ]);
    expect(delays[0]?.told).toHaveLength(3);
  });

  it('lets the leader give an instruction, which is done away with by no report', async () => {
    expect((await task.seenBy(leader)).acts).toContainEqual(
      expect.objectContaining({ operation: 'task.instruct', open: true }),
    );
    expect(await task.tries(leader, 'instruct', { text: '请说明原因', answerBy: '2021-08-25' })).toBe(
      'TASK.ANSWER_DAY_PAST',
    );
    await task.does(leader, 'instruct', { text: '请说明迟缓原因，并报下一步安排' });
    // What was brought to the leader is done; to the others it is not.
    expect(await task.inboxOf(leader)).toEqual([]);
    expect(await task.inboxOf(clerk)).toContain('escalate');
    expect(await task.inboxOf(clerk, 'news')).toContain('instructed');
    expect((await task.seenBy(reporter)).instructions).toMatchObject([
      { text: '请说明迟缓原因，并报下一步安排', answerBy: '2021-09-02', units: [{ unit: { unitId }, answer: null }] },
    ]);
    await task.does(reporter, 'report', { progress: '正在推进' });
    expect(await task.inboxOf(reporter)).toContain('answer');
  });

  it('reminds the unit of the answer, and then the leader who asked', async () => {
    await task.morningsUntil('2021-09-03');
    const ofAnswer = (await task.events(clerk)).flatMap(({ type, data }) =>
      type === 'rung.fired' && data['holder'] === 'answer' ? [data] : [],
    );
    expect(ofAnswer).toMatchObject([
      { rung: { kind: 'due' }, unit: unitId, due: '2021-09-02', told: [{ role: 'reporter' }, { role: 'unit-head' }] },
      { rung: { kind: 'urge' }, daysLate: 1, told: [{}, {}, { role: 'leader', unitId: above, people: [{}] }] },
    ]);
    expect(await task.inboxOf(leader, 'news')).toContain('urge-copy');
  });

  it('shows the leader the answer of the unit', async () => {
    await task.does(head, 'answer-instruction', { text: '因平台延期上线，现已对接，9月10日前完成' });
    expect(await task.inboxOf(reporter)).not.toContain('answer');
    expect(await task.inboxOf(leader, 'news')).toContain('instruction-answered');
    expect((await task.seenBy(leader)).instructions).toMatchObject([
      { remainingWorkingDays: null, units: [{ answer: { text: '因平台延期上线，现已对接，9月10日前完成' } }] },
    ]);
    expect(await task.tries(reporter, 'answer-instruction', { text: '补充' })).toBe('TASK.INSTRUCTION_ANSWERED');
  });

  it('shows it to no other leader of the unit, and to whoever has the post once the one who asked has lost it', async () => {
    const successor = await office.person('successor', 'leader', above);
    expect(await task.inboxOf(successor, 'news')).not.toContain('instruction-answered');
    const { accountId, posts } = await leader.reads('me', meSchema);
    await office.administrator.does(`accounts/${accountId}/revoke-post`, { postId: posts[0]?.postId, reason: '调离' });
    expect(await task.inboxOf(successor, 'news')).toContain('instruction-answered');
    // What was told to the one before them is theirs to read.
    await task.does(successor, 'note-read');
    expect((await task.seenBy(clerk)).delays.flatMap(({ read }) => read.map(({ name }) => name))).toContain(
      'successor 同志',
    );
  });
});
