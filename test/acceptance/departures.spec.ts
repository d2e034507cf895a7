import { accountWithPasswordSchema, eventListSchema, meSchema } from '#contracts';
import { eventually, seededRandom } from '#testing';
import { Office } from './support/office';
import { Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';
const SEED = 20_210_802;
const ROUNDS = 25;

describe('two administrators who disable or revoke each other at the same moment', () => {
  let running: RunningHouse;
  let one: Person;
  let other: Person;
  let auditor: Person;
  let ids: readonly [string, string];

  beforeAll(async () => {
    running = await runHouse(START);
    const office = await Office.open(running);
    const unitId = await office.unit('云岭市政府督查室');
    const names = { loginName: 'fangyan', displayName: '方岩' };
    const made = await office.administrator.posts('accounts', names, accountWithPasswordSchema);
    for (const role of ['system-administrator', 'security-administrator']) {
      await office.administrator.does(`accounts/${made.accountId}/grant-post`, { unitId, role });
    }
    auditor = await office.person('heqing', 'auditor', unitId);
    one = office.administrator;
    other = await new Person(running.address, 'fangyan', made.oneTimePassword ?? '').signIn();
    ids = [meSchema.parse((await one.get('me')).body).accountId, made.accountId];
  });
  afterAll(() => running.close());

  it('one of the two stays, every time, and enables the other one', async () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      const disables = [
        () => attempt(one, ids[1], random.integer(0, 3)),
        () => attempt(other, ids[0], random.integer(0, 3)),
      ];
      const fates = await Promise.all(
        (random.pick([true, false]) ? disables : disables.toReversed()).map((each) => each()),
      );
      const [done] = fates.filter(({ fate }) => fate === 'accepted');
      // Whoever was disabled first may not even get an answer of the rule: the session has ended.
      const accepted = fates.filter(({ fate }) => fate === 'accepted').length;
      expect({ seed: SEED, round, fates: fates.map(({ fate }) => fate), accepted }).toMatchObject({ accepted: 1 });
      if (!done) throw new Error('nobody was disabled');
      await done.by.does(`accounts/${done.whom}/enable`, {});
      await (done.by === one ? other : one).signIn();
    }
  });

  it('leaves no departure under way', async () => {
    await eventually(async () => {
      const { entries } = await auditor.reads('events?category=departure&limit=100', eventListSchema);
      const begun = entries.filter(({ type }) => type === 'departure.begun');
      expect(begun.length).toBeGreaterThanOrEqual(ROUNDS);
      expect(entries.filter(({ type }) => type === 'departure.ended')).toHaveLength(begun.length);
    });
  });

  /** Disables somebody after so many looks at oneself, so that the two meet at another moment each time. */
  async function attempt(by: Person, whom: string, looks: number) {
    try {
      for (let look = 0; look < looks; look += 1) await by.get('me');
      return { by, whom, fate: await by.tries(`accounts/${whom}/disable`, {}) };
    } catch (error) {
      return { by, whom, fate: String(error) };
    }
  }
});
