import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '#testing';
import { LEDGER_ID, taskIn, testId } from '../../../domain/testing';
import { openQueryLab, type QueryLab } from '../../../projections/testing';
import { LedgerStaff } from './ledger-staff';
import { officeHealth } from './office-health';

describe('who can act in a ledger', () => {
  let house: QueryLab;
  const [unitId, clerk, reporter] = [randomUUID(), randomUUID(), randomUUID()];
  let disabled = new Set<string>();
  let asked = 0;
  let staff: LedgerStaff;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const ledger = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    await house.lab.writer.write(`ledger-${LEDGER_ID}`, { type: 'ledger.created', data: ledger });
    const grant = (accountId: string, postId: string, role: string) =>
      house.lab.writer.write(`account-${accountId}`, {
        type: 'post.granted',
        data: { postId, accountId, unitId, role, ledgerId: null, inCharge: [], second: 'unneeded' },
      });
    await grant(clerk, testId(1), 'supervision-clerk');
    await grant(reporter, testId(2), 'reporter');
    await house.reach(await grant(reporter, testId(3), 'auditor'));
  });
  afterAll(() => house.close());

  beforeEach(() => {
    disabled = new Set();
    asked = 0;
    staff = new LedgerStaff(house.lab.pool, {
      enabledAmong: (accountIds) => {
        asked += 1;
        return Promise.resolve(new Set(accountIds.filter((accountId) => !disabled.has(accountId))));
      },
      namesOf: (accountIds) => Promise.resolve(new Map(accountIds.map((accountId) => [accountId, '甲']))),
    });
  });

  const roles = async () => (await staff.of(LEDGER_ID)).map(({ role }) => role);

  it('are those with a part in its tasks whose accounts can sign in, the longest held post first', async () => {
    expect(await roles()).toEqual(['supervision-clerk', 'reporter']);
    disabled = new Set([reporter]);
    expect(await roles()).toEqual(['supervision-clerk']);
  });

  it('is asked of the database a few times, however many rungs fire together', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, roles));
    expect(new Set(all.map((each) => each.join())).size).toBe(1);
    expect(asked).toBe(2);
  });

  it('is told to the administrator where tasks are on the account and no clerk can sign in', async () => {
    disabled = new Set([clerk]);
    expect(await officeHealth(house.lab.pool, staff)).toEqual({ healthy: true });
    await house.tell(taskIn('underway'));
    expect(await officeHealth(house.lab.pool, staff)).toMatchObject({
      healthy: true,
      details: { ledgers: [LEDGER_ID] },
    });
    disabled = new Set();
    expect(await officeHealth(house.lab.pool, staff)).toEqual({ healthy: true });
  });
});
