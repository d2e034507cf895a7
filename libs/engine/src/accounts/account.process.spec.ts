import { type Actor, readEvent } from '#domain';
import { type EventStore, MemoryEventStore } from '#event-store';
import { createTestDatabase, type SeededRandom, seededRandom } from '#testing';
import { actedBy, PEOPLE, testId, UNITS } from '../../../domain/testing';
import { openPostgresLog } from '../../../event-store/testing/postgres-log';
import { after, EngineLab, LabAccounts, type Script, ScriptedStore } from '../../testing';
import { Act } from '../command/act';
import { AccountProcess } from './account.process';
import { DEPARTURES } from './departures-id';
import { finishDepartureReaction } from './finish-departure.reaction';

const STREAM = `departure-${DEPARTURES}`;
const [ONE, OTHER, SECURITY] = [testId(0x5a01), testId(0x5a02), testId(0x5a03)];
/** Printed with each round that fails. */
const SEED = 20_250_303;
const LAST = 'ACCOUNT.LAST_ADMINISTRATOR';
const writes: Script = (write) => write();

/** A system administrator of an account. */
const system = (accountId: string): Actor => ({ ...PEOPLE.systemAdministrator, accountId });

/** Makes two system administrators and one security administrator. */
async function furnish(lab: EngineLab): Promise<void> {
  await lab.furnish();
  for (const [accountId, role] of [
    [ONE, 'system-administrator'],
    [OTHER, 'system-administrator'],
    [SECURITY, 'security-administrator'],
  ] as const) {
    await lab.does('account.grant-post', accountId, { unitId: UNITS.office, role }, { by: PEOPLE.engine });
  }
}

const disables = (lab: EngineLab, by: string, whom: string, key?: string) =>
  lab.does('account.disable', whom, {}, key === undefined ? { by: system(by) } : { by: system(by), key });

/** What became of an act: its events, or the code of its refusal. */
async function fate(act: Promise<{ readonly events: readonly string[] }>): Promise<string> {
  try {
    return (await act).events.join(' ');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

async function postOf(store: EventStore, accountId: string): Promise<unknown> {
  const events = await store.readStream(`account-${accountId}`);
  return events.find(({ type }) => type === 'post.granted')?.data['postId'];
}

describe('two administrators who take each other away', () => {
  let store: ScriptedStore;
  let accounts: LabAccounts;
  let lab: EngineLab;
  let rival: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    accounts = new LabAccounts([ONE, OTHER, SECURITY]);
    lab = await EngineLab.open({ store, accounts });
    rival = await EngineLab.open({ store, accounts }, 'rival');
    await furnish(lab);
  });
  afterEach(() => Promise.all([lab.close(), rival.close()]));

  const departures = async () =>
    (await store.readStream(STREAM)).map(({ type, data }) => [type, data['accountId'], data['refused']]);
  const able = async () => (await accounts.ableIds()).filter((accountId) => accountId !== SECURITY);

  it('between reading who is able and writing: the slower one is decided again, and refused', async () => {
    let rivals = '';
    store.scripts.push(after(async () => (rivals = await fate(disables(rival, OTHER, ONE)))));
    expect(await fate(disables(lab, ONE, OTHER))).toBe(LAST);
    expect(rivals).toBe('account.disabled');
    expect(await able()).toEqual([OTHER]);
  });

  it('between the departure and the account’s own record: the second one is refused', async () => {
    let rivals = '';
    store.scripts.push(
      writes,
      after(async () => (rivals = await fate(disables(rival, OTHER, ONE)))),
    );
    expect(await fate(disables(lab, ONE, OTHER))).toBe('account.disabled');
    expect(rivals).toBe(LAST);
    expect(await able()).toEqual([ONE]);
  });

  it('one by disabling, one by revoking the post: one of the two happens', async () => {
    const revoke = { postId: await postOf(store, OTHER), reason: '轮岗' };
    let rivals = '';
    const revokes = () => rival.does('account.revoke-post', OTHER, revoke, { by: PEOPLE.securityAdministrator });
    store.scripts.push(after(async () => (rivals = await fate(revokes()))));
    expect([await fate(disables(lab, OTHER, ONE)), rivals]).toEqual([LAST, 'post.revoked']);
  });

  it('at any moment, in two processes: one of them stays, in memory and in PostgreSQL', async () => {
    const log = await openPostgresLog(createTestDatabase);
    try {
      const here = new MemoryEventStore();
      await meet([here, here], seededRandom(SEED));
      await meet([log.store, log.another()], seededRandom(SEED));
    } finally {
      await log.close();
    }
  });

  it('leave a record of how it went, and the same request is answered the same way', async () => {
    const first = await disables(lab, ONE, OTHER, 'disable');
    expect(await departures()).toEqual([
      ['departure.begun', OTHER, undefined],
      ['departure.ended', OTHER, null],
    ]);
    expect(await disables(lab, ONE, OTHER, 'disable')).toEqual(first);
    expect(await fate(disables(lab, ONE, OTHER))).toBe('');
    expect(await departures()).toHaveLength(2);
  });

  it('do not concern whoever is no administrator', async () => {
    const reporter = testId(0x5a04);
    const others = new LabAccounts([ONE, OTHER, SECURITY, reporter]);
    const here = await EngineLab.open({ store, accounts: others }, 'here');
    await here.does('account.grant-post', reporter, { unitId: UNITS.office, role: 'reporter' }, { by: PEOPLE.engine });
    expect(await fate(disables(here, ONE, reporter))).toBe('account.disabled');
    expect(await departures()).toEqual([]);
    await here.close();
  });

  it('leave identity as the log says, where the one who left is enabled while identity is still being told', async () => {
    const held = jest.spyOn(accounts, 'disableAccount').mockImplementationOnce(async (accountId) => {
      await rival.does('account.enable', accountId, {}, { by: system(ONE) });
      held.mockRestore();
      return accounts.disableAccount(accountId);
    });
    await disables(lab, ONE, OTHER);
    expect(await able()).toEqual([ONE, OTHER]);
  });

  describe('when a crash has left a departure behind', () => {
    /** As far as a process comes that dies after the first of the two streams. */
    const onlyBegins = () => {
      const leaving = { act: 'account.disable' } as const;
      const data = { accountId: OTHER, role: null, leaving, by: actedBy(system(ONE)) };
      const command = { type: 'departure.begin', data } as const;
      const step = { aggregate: 'departure', id: DEPARTURES, command } as const;
      return lab.bus.execute(new Act(step, lab.context({ by: PEOPLE.engine, key: 'disable' })));
    };

    /** What the reaction does with every departure of the log, in another process. */
    async function react(): Promise<void> {
      const reaction = finishDepartureReaction(rival.module.get(AccountProcess, { strict: false }));
      const events = (await store.readStream(STREAM)).map(readEvent);
      for (const event of events.filter(({ type }) => type === 'departure.begun')) {
        await reaction.react(event, STREAM, rival.bus);
      }
    }

    it('it is finished in the name of who asked, and nobody else goes before', async () => {
      await onlyBegins();
      expect(await fate(disables(lab, OTHER, ONE))).toBe(LAST);
      await react();
      expect(await able()).toEqual([ONE]);
      const last = (await store.readStream(`account-${OTHER}`)).at(-1);
      expect(last).toMatchObject({ type: 'account.disabled', metadata: { actor: { accountId: ONE } } });
      expect((await departures()).at(-1)).toEqual(['departure.ended', OTHER, null]);
      await react();
      expect(await departures()).toHaveLength(2);
    });

    it('it is refused with the reason where it cannot happen any more, and stays so', async () => {
      const postId = await postOf(store, OTHER);
      const leaving = { act: 'account.revoke-post', postId, reason: '轮岗' };
      const data = {
        accountId: OTHER,
        role: 'system-administrator',
        leaving,
        by: actedBy(PEOPLE.securityAdministrator),
      };
      await lab.does('departure.begin', DEPARTURES, data, { by: PEOPLE.engine, key: 'revoke' });
      const security = { by: PEOPLE.securityAdministrator };
      await rival.does('account.revoke-post', OTHER, { postId, reason: '调离' }, security);
      await react();
      expect((await departures()).at(-1)).toEqual(['departure.ended', OTHER, expect.stringContaining('已经撤销')]);
      const again = lab.does('account.revoke-post', OTHER, { postId, reason: '轮岗' }, { ...security, key: 'revoke' });
      expect(await fate(again)).toBe('POST.REVOKED');
    });
  });
});

/** Lets two administrators of two processes meet, at moments that chance shifts against each other. */
async function meet([one, other]: readonly [EventStore, EventStore], random: SeededRandom): Promise<void> {
  const accounts = new LabAccounts([ONE, OTHER, SECURITY]);
  const lab = await EngineLab.open({ store: one, accounts }, 'meets');
  const rival = await EngineLab.open({ store: other, accounts }, 'rival meets');
  await furnish(lab);
  for (let round = 0; round < 40; round += 1) {
    const fates = await Promise.all([
      later(random, () => fate(disables(lab, ONE, OTHER))),
      later(random, () => fate(disables(rival, OTHER, ONE))),
    ]);
    expect([SEED, round, ...[...fates].sort()]).toEqual([SEED, round, LAST, 'account.disabled']);
    for (const accountId of [ONE, OTHER]) {
      await lab.does('account.enable', accountId, {}, { by: system(testId(0x5a09)) });
    }
  }
  await Promise.all([lab.close(), rival.close()]);
}

/** Begins something after as many turns of the program as chance says. */
async function later<Result>(random: SeededRandom, begin: () => Promise<Result>): Promise<Result> {
  for (let turns = random.integer(0, 30); turns > 0; turns -= 1) await Promise.resolve();
  return begin();
}
