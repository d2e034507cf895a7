import { homeSchema, inboxSchema } from '#contracts';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

/** One lead asks for more time of a limit that two leads owe: its day moves for both, so whoever decides is in charge of both. */
describe('a limit that two leads owe', () => {
  let running: RunningHouse;
  let clerk: Person;
  let ofHealth: Person;
  let ofFinance: Person;
  let ofInsurance: Person;
  let mayor: Person;
  let deputies: readonly Person[];
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const [health, finance, insurance] = [
      await office.unit('云岭市卫生健康委', above),
      await office.unit('云岭市财政局', above),
      await office.unit('云岭市医保局', above),
    ];
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    ofHealth = await office.person('health', 'reporter', health);
    ofFinance = await office.person('finance', 'reporter', finance);
    ofInsurance = await office.person('insurance', 'reporter', insurance);
    mayor = await office.person('mayor', 'leader', above);
    deputies = [await office.deputy('first', above, [health]), await office.deputy('second', above, [finance])];
    task = await RunningTask.assigned({
      running,
      clerk,
      due: '2021-12-31',
      leadUnitIds: [health, finance],
      supportUnitIds: [insurance],
    });
    for (const person of [ofHealth, ofFinance, ofInsurance]) await task.does(person, 'accept');
  });
  afterAll(() => running.close());

  const kindsAtHome = async (person: Person) => {
    await task.seenBy(person);
    return (await person.reads('home', homeSchema)).rows.map(({ kind }) => kind);
  };
  const newsOf = async (person: Person) => {
    await task.seenBy(person);
    const { entries } = await person.reads('inbox?box=news', inboxSchema);
    return entries.map(({ kind, about }) => [kind, about?.name ?? null]);
  };
  const MORE = { limitId: 'L1', due: '2022-03-31', reason: '等待省级平台上线' };

  it('is not the supporting unit’s to extend', async () => {
    expect(await task.tries(ofInsurance, 'extend', MORE)).toBe('TASK.NOTHING_TO_EXTEND');
  });

  it('says in the form and in the request for whom it moves', async () => {
    const { lanes } = await task.seenBy(ofHealth);
    const [own] = lanes.filter(({ unit }) => unit.name === '云岭市卫生健康委');
    expect(own?.reportable).toMatchObject([{ limitId: 'L1', movesFor: [{ name: '云岭市财政局' }], forLead: false }]);
    await task.does(ofHealth, 'extend', MORE);
    const [proposal] = (await task.seenBy(clerk)).proposals;
    expect(proposal?.extension).toMatchObject({ to: '2022-03-31', movesFor: [{ name: '云岭市财政局' }] });
    expect(await newsOf(ofFinance)).toContainEqual(['extension-asked', '云岭市卫生健康委']);
  });

  it('waits for the office and for the leader in charge of both, not for a deputy in charge of one', async () => {
    for (const person of [clerk, mayor]) {
      expect(await kindsAtHome(person)).toContain('decide');
      expect(await task.inboxOf(person)).toContain('decide');
    }
    for (const deputy of deputies) {
      expect(await kindsAtHome(deputy)).not.toContain('decide');
      expect(await task.inboxOf(deputy)).not.toContain('decide');
      const [proposal] = (await task.seenBy(deputy)).proposals;
      expect(proposal?.barred).toBe('该事项所涉单位不都归您分管，请由分管领导mayor 同志或督查部门审批。');
      expect(await task.tries(deputy, 'decide-proposal', { result: 'approved' })).toBe('TASK.OTHER_BRANCH');
    }
  });

  it('moves for both when that leader approves, of which the other lead hears', async () => {
    await task.does(mayor, 'decide-proposal', { result: 'approved' });
    expect((await task.seenBy(clerk)).limits[0]?.due).toBe('2022-03-31');
    expect((await newsOf(ofFinance)).map(([kind]) => kind)).toContain('date-moved');
    expect(await task.inboxOf(mayor)).not.toContain('decide');
  });
});
