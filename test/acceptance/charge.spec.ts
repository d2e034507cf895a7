import { apiErrorSchema, homeSchema, meSchema } from '#contracts';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

/** Two deputies, each in charge of some units (分管), and a leader above all: each reads, decides and instructs for their own. */
describe('units in the charge of a deputy', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let mayor: Person;
  let deputy: Person;
  let other: Person;
  let stranger: Person;
  let security: Person;
  let health: string;
  let finance: string;
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const supervision = await office.unit('云岭市医改办');
    health = await office.unit('云岭市卫生健康委', above);
    finance = await office.unit('云岭市财政局', above);
    const insurance = await office.unit('云岭市医保局', above);
    security = office.administrator;
    clerk = await office.person('clerk', 'supervision-clerk', supervision);
    reporter = await office.person('reporter', 'reporter', health);
    mayor = await office.person('mayor', 'leader', above);
    // The post of this deputy stands beside the unit, not above it.
    deputy = await office.deputy('deputy', supervision, [health]);
    other = await office.deputy('other', above, [finance]);
    stranger = await office.deputy('stranger', above, [insurance]);
    task = await RunningTask.assigned({
      running,
      clerk,
      due: '2021-12-31',
      leadUnitIds: [health],
      supportUnitIds: [finance],
    });
    await task.does(reporter, 'accept');
    await task.does(reporter, 'extend', { limitId: 'L1', due: '2022-03-31', reason: '等待省级平台上线' });
  });
  afterAll(() => running.close());

  const actOf = async (person: Person, operation: string) =>
    (await task.seenBy(person)).acts.find((act) => act.operation === operation);
  const kindsAtHome = async (person: Person) => (await person.reads('home', homeSchema)).rows.map(({ kind }) => kind);
  const refusal = async (person: Person, act: string, body: object) =>
    apiErrorSchema.loose().parse((await person.send(`tasks/${task.taskId}/${act}`, body)).body);

  it('are read by the deputy in charge and by the leader above all, and by no deputy of other units', async () => {
    expect((await task.seenBy(deputy)).taskId).toBe(task.taskId);
    expect((await task.seenBy(mayor)).taskId).toBe(task.taskId);
    // Its supporting unit is in this deputy's charge.
    expect((await task.seenBy(other)).taskId).toBe(task.taskId);
    expect((await stranger.get(`tasks/${task.taskId}`)).status).toBe(404);
    expect(await task.tries(stranger, 'instruct', { text: '请说明进展' })).toBe('PERMISSION.DENIED');
  });

  it('bring what waits for a decision to the deputy in charge', async () => {
    expect(await task.inboxOf(deputy)).toContain('decide');
    expect(await kindsAtHome(deputy)).toContain('decide');
    for (const person of [other, stranger]) {
      expect(await task.inboxOf(person)).not.toContain('decide');
      expect(await kindsAtHome(person)).not.toContain('decide');
    }
  });

  it('are no matter of another deputy, who is told whose it is', async () => {
    const whose = '该事项所涉单位不归您分管，请由分管领导deputy 同志或督查部门审批。';
    const [proposal] = (await task.seenBy(other)).proposals;
    expect(proposal?.barred).toBe(whose);
    expect(await actOf(other, 'task.decide-proposal')).toMatchObject({ open: false, reason: whose });
    expect(await refusal(other, 'decide-proposal', { result: 'approved' })).toMatchObject({
      code: 'TASK.OTHER_BRANCH',
      message: whose,
    });
    expect(await refusal(other, 'instruct', { text: '请说明进展' })).toMatchObject({
      code: 'TASK.INSTRUCTS_OTHER_BRANCH',
      message: '所选单位不归您分管，请只选择分管的单位；所选单位由deputy 同志分管，请由其批示。',
    });
  });

  it('are decided on and instructed by the deputy in charge', async () => {
    await task.does(deputy, 'decide-proposal', { result: 'approved' });
    await task.does(deputy, 'instruct', { text: '请倒排工期' });
    await task.does(other, 'instruct', { text: '请保障资金', lanes: [finance] });
    const { limits, instructions } = await task.seenBy(clerk);
    expect(limits[0]?.due).toBe('2022-03-31');
    expect(instructions.map(({ units }) => units.map(({ unit }) => unit.unitId))).toEqual([[finance], [health]]);
  });

  it('go to another deputy at once when the charge is set anew', async () => {
    const { accountId, posts } = await deputy.reads('me', meSchema);
    await security.does(`accounts/${accountId}/set-charge`, { postId: posts[0]?.postId, inCharge: [finance] });
    expect(await task.tries(deputy, 'instruct', { text: '请再次倒排工期' })).toBe('TASK.INSTRUCTS_OTHER_BRANCH');
    await task.does(mayor, 'instruct', { text: '请再次倒排工期' });
  });
});
