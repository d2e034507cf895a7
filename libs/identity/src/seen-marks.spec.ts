import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '#testing';
import { IdentityFixture, START } from '../testing';
import { SeenMarks } from './seen-marks';

describe('SeenMarks', () => {
  let database: TestDatabase;
  let fixture: IdentityFixture;
  let marks: SeenMarks;

  beforeAll(async () => {
    database = await createTestDatabase();
    fixture = new IdentityFixture(database.ownerPool);
    await fixture.migrate();
    marks = new SeenMarks({ pool: database.appPool, clock: fixture.clock });
  });
  afterEach(() => fixture.reset());
  afterAll(() => database.close());

  async function anAccount(): Promise<string> {
    const { accounts } = await fixture.process({ listening: false });
    const names = { loginName: `p${randomUUID().slice(0, 8)}`, displayName: '某人' };
    return (await accounts.createAccount({ accountId: randomUUID(), ...names })).account.accountId;
  }

  it('are none before somebody has looked', async () => {
    expect(await marks.markOf(await anAccount())).toBeNull();
  });

  it('move forward, each account its own', async () => {
    const [one, other] = [await anAccount(), await anAccount()];
    expect(await marks.moveTo(one, '41')).toEqual({ position: '41', seenAt: new Date(START) });
    await marks.moveTo(other, '7');
    fixture.clock.set('2026-03-02T02:00:00.000Z');
    await marks.moveTo(one, '9007199254740993');
    expect(await marks.markOf(one)).toEqual({
      position: '9007199254740993',
      seenAt: new Date('2026-03-02T02:00:00.000Z'),
    });
    expect((await marks.markOf(other))?.position).toBe('7');
  });

  it('never move back: an older page says less than a newer one', async () => {
    const account = await anAccount();
    await marks.moveTo(account, '100');
    fixture.clock.set('2026-03-02T02:00:00.000Z');
    expect(await marks.moveTo(account, '99')).toEqual({ position: '100', seenAt: new Date(START) });
    const positions = Array.from({ length: 20 }, (_, index) => String(80 + 2 * index));
    await Promise.all(positions.map((position) => marks.moveTo(account, position)));
    expect((await marks.markOf(account))?.position).toBe('118');
  });

  it('are put back to the end of a log that was restored from an older copy, and move on from there', async () => {
    const [beyond, within] = [await anAccount(), await anAccount()];
    await marks.moveTo(beyond, '150');
    await marks.moveTo(within, '100');
    await marks.putBackTo('120');
    expect((await marks.markOf(beyond))?.position).toBe('120');
    expect((await marks.markOf(within))?.position).toBe('100');
    expect((await marks.moveTo(beyond, '121')).position).toBe('121');
  });

  it('are of accounts only', async () => {
    await expect(marks.moveTo(randomUUID(), '1')).rejects.toThrow();
    await expect(marks.moveTo('nobody', '1')).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_UNKNOWN' });
  });
});
