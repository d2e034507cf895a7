import { accountListSchema, accountWithPasswordSchema, calendarYearAnswerSchema } from '#contracts';
import { chinaCalendar } from '#engine';
import { Office } from './support/office';
import { runHouse, type RunningHouse } from './support/running-house';

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';
const LATER = '2021-08-02T01:11:00.000Z';
const FAILURES = 5;
/** A Thursday like any other. */
const NEW_DAY = '2021-08-05';

describe("an administrator's pages", () => {
  let running: RunningHouse;
  let office: Office;

  beforeAll(async () => {
    running = await runHouse(START);
    office = await Office.open(running);
  });
  afterAll(() => running.close());

  const isLocked = async (loginName: string): Promise<boolean | undefined> => {
    const { accounts } = await office.administrator.reads('accounts', accountListSchema);
    return accounts.find((account) => account.loginName === loginName)?.locked;
  };

  it('show an account as locked while the lock lasts, and no longer', async () => {
    const names = { loginName: 'linjia', displayName: '林佳' };
    await office.administrator.posts('accounts', names, accountWithPasswordSchema);
    expect(await isLocked('linjia')).toBe(false);
    for (let failure = 0; failure < FAILURES; failure += 1) {
      await office.administrator.tries('sign-in', { loginName: 'linjia', password: 'wrong' });
    }
    expect(await isLocked('linjia')).toBe(true);
    await running.passTo(LATER);
    // Ten minutes without use have ended the administrator's session too.
    await office.administrator.signIn();
    expect(await isLocked('linjia')).toBe(false);
  });

  it('show a published calendar at once', async () => {
    const { years, region } = chinaCalendar();
    const before = await office.administrator.reads('calendars/current?year=2021', calendarYearAnswerSchema);
    expect(before.days.map(({ day }) => day)).not.toContain(NEW_DAY);
    const year = years['2021'] ?? { off: [], work: [], provisional: true };
    const changed = { ...year, off: [...year.off, NEW_DAY].sort() };
    const calendar = { version: 'CN-2021-08-02-1', region, years: { ...years, '2021': changed } };
    await office.administrator.does('calendars', { calendar });
    // Asks for what was just written, as every read of the console does.
    const after = await office.administrator.reads('calendars/current?year=2021', calendarYearAnswerSchema);
    expect(after.version).toBe('CN-2021-08-02-1');
    expect(after.days).toContainEqual({ day: NEW_DAY, kind: 'holiday', name: null });
  });
});
