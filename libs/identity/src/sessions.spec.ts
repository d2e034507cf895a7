import { randomUUID } from 'node:crypto';
import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { IdentityFixture, type IdentityProcess } from '../testing';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './identity-limits';
import { newSecretToken } from './secret-token';
import { Sessions, type SessionResolution } from './sessions';

const ORIGIN = { clientAddress: '10.0.0.8', userAgent: 'spec' };

let database: TestDatabase;
let fixture: IdentityFixture;
let here: IdentityProcess;
let password: string;
let accountId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  fixture = new IdentityFixture(database.pool);
  await fixture.migrate();
});
beforeEach(async () => {
  here = await fixture.process();
  const created = await here.accounts.createAccount({ loginName: 'zhangsan', displayName: '张三' });
  accountId = created.account.accountId;
  password = created.oneTimePassword ?? '';
});
afterEach(async () => {
  jest.restoreAllMocks();
  await fixture.reset();
});
afterAll(() => database.close());

async function signIn(where = here): Promise<string> {
  const result = await where.sessions.signIn('zhangsan', password, ORIGIN);
  if (!result.signedIn) throw new Error(result.audit.reason);
  return result.token;
}

async function outcome(token: string, where = here): Promise<string> {
  const resolution: SessionResolution = await where.sessions.resolveSession(token);
  return resolution.found ? 'found' : resolution.reason;
}

async function stored(): Promise<unknown> {
  const rows = await database.pool.query('select last_seen_at, end_reason from identity.session');
  return rows.rows[0];
}

describe('resolveSession', () => {
  it('says who is behind a cookie', async () => {
    const token = await signIn();
    const [open] = await here.sessions.listSessions(accountId);
    await expect(here.sessions.resolveSession(token)).resolves.toEqual({
      found: true,
      session: {
        sessionId: open?.sessionId,
        account: { accountId, loginName: 'zhangsan', displayName: '张三', mustChangePassword: true },
        expiresAt: new Date(fixture.clock.now().getTime() + 12 * HOUR_MS),
      },
    });
  });

  it('refuses what never was a session, without asking the database for what cannot be one', async () => {
    await expect(here.sessions.resolveSession(newSecretToken())).resolves.toEqual({
      found: false,
      code: 'IDENTITY.SESSION_ENDED',
      message: '登录已失效，请重新登录。',
      reason: 'unknown',
    });
    const query = jest.spyOn(database.pool, 'query');
    for (const junk of ['', 'x', `tz_${newSecretToken()}`, "' or 1=1"]) expect(await outcome(junk)).toBe('unknown');
    expect(query).not.toHaveBeenCalled();
  });

  it('asks the database once in 30 seconds, however many ask', async () => {
    const token = await signIn();
    const query = jest.spyOn(database.pool, 'query');
    await Promise.all(Array.from({ length: 50 }, () => here.sessions.resolveSession(token)));
    for (let second = 0; second < 29; second += 1) {
      fixture.clock.advance(SECOND_MS);
      expect(await outcome(token)).toBe('found');
    }
    expect(query).toHaveBeenCalledTimes(1);
    fixture.clock.advance(SECOND_MS);
    await Promise.all(Array.from({ length: 50 }, () => here.sessions.resolveSession(token)));
    // One look and one writing of "last seen".
    expect(query).toHaveBeenCalledTimes(3);
  });

  it('writes "last seen" at most once in 30 seconds', async () => {
    const token = await signIn();
    const begun = fixture.clock.now();
    fixture.clock.advance(29 * SECOND_MS);
    await outcome(token);
    await expect(stored()).resolves.toEqual({ last_seen_at: begun, end_reason: null });
    fixture.clock.advance(SECOND_MS);
    await outcome(token);
    await expect(stored()).resolves.toEqual({ last_seen_at: fixture.clock.now(), end_reason: null });
  });

  it('ends after ten idle minutes and not before', async () => {
    const token = await signIn();
    fixture.clock.advance(10 * MINUTE_MS - 1);
    expect(await outcome(token)).toBe('found');
    fixture.clock.advance(10 * MINUTE_MS);
    expect(await outcome(token)).toBe('idle');
    await expect(stored()).resolves.toMatchObject({ end_reason: 'idle' });
    expect(await outcome(token)).toBe('idle');
  });

  it('counts idle time from the last use, also one that was answered from memory', async () => {
    const token = await signIn();
    await outcome(token);
    fixture.clock.advance(29 * SECOND_MS);
    await outcome(token);
    fixture.clock.advance(10 * MINUTE_MS - 1);
    expect(await outcome(token)).toBe('found');
  });

  it('takes the idle time from configuration, within bounds', async () => {
    const strict = await fixture.process({ idleMinutes: 1 });
    const token = await signIn(strict);
    fixture.clock.advance(MINUTE_MS);
    expect(await outcome(token, strict)).toBe('idle');
    for (const idleMinutes of [0, 121, Number.NaN]) {
      const { pool, clock } = fixture;
      expect(() => new Sessions({ pool, clock, hasher: here.hasher, notify: here.notify, idleMinutes })).toThrow(
        RangeError,
      );
    }
  });

  it('ends after twelve hours however busy', async () => {
    const token = await signIn();
    for (let minute = 0; minute < 12 * 60 - 1; minute += 9) {
      fixture.clock.advance(9 * MINUTE_MS);
      expect(await outcome(token)).toBe(minute + 9 < 12 * 60 ? 'found' : 'expired');
    }
    await expect(stored()).resolves.toMatchObject({ end_reason: 'expired' });
  });

  it('expires on the minute, also out of memory', async () => {
    const token = await signIn();
    for (let step = 0; step < 12 * 60 - 5; step += 5) {
      fixture.clock.advance(5 * MINUTE_MS);
      await outcome(token);
    }
    fixture.clock.advance(5 * MINUTE_MS - 1);
    expect(await outcome(token)).toBe('found');
    fixture.clock.advance(1);
    expect(await outcome(token)).toBe('expired');
  });

  it('lets requests that no person made pass without keeping the session awake', async () => {
    const token = await signIn();
    for (let minute = 0; minute < 9; minute += 1) {
      fixture.clock.advance(MINUTE_MS);
      await expect(here.sessions.resolveSession(token, { countsAsUse: false })).resolves.toMatchObject({ found: true });
    }
    fixture.clock.advance(MINUTE_MS);
    await expect(here.sessions.resolveSession(token, { countsAsUse: false })).resolves.toMatchObject({
      reason: 'idle',
    });
  });

  it('passes a lost database on and finds the session again afterwards', async () => {
    const token = await signIn();
    jest.spyOn(database.pool, 'query').mockImplementationOnce(() => {
      throw new Error('connection lost');
    });
    await expect(here.sessions.resolveSession(token)).rejects.toThrow('connection lost');
    expect(await outcome(token)).toBe('found');
  });
});

describe('ending sessions', () => {
  it('refuses a signed-out cookie at once', async () => {
    const token = await signIn();
    expect(await outcome(token)).toBe('found');
    await here.sessions.signOut(token);
    expect(await outcome(token)).toBe('signed_out');
  });

  it('does not mind a second sign-out or a cookie that never was one', async () => {
    const token = await signIn();
    await here.sessions.signOut(token);
    await here.sessions.signOut(token);
    await here.sessions.signOut(newSecretToken());
    await here.sessions.signOut('junk');
    expect(await outcome(token)).toBe('signed_out');
  });

  it('never answers "found" to one who asks after the sign-out, though a look was under way', async () => {
    const token = await signIn();
    const early = here.sessions.resolveSession(token);
    await here.sessions.signOut(token);
    const late = await outcome(token);
    await early;
    expect([late, await outcome(token)]).toEqual(['signed_out', 'signed_out']);
  });

  it('ends one session by its id and leaves the others', async () => {
    const [first, second] = [await signIn(), await signIn()];
    const resolved = await here.sessions.resolveSession(first);
    const sessionId = resolved.found ? resolved.session.sessionId : '';
    await expect(here.sessions.endSession(sessionId.toUpperCase())).resolves.toBe(true);
    await expect(here.sessions.endSession(sessionId)).resolves.toBe(false);
    await expect(here.sessions.endSession('junk')).resolves.toBe(false);
    expect([await outcome(first), await outcome(second)]).toEqual(['ended', 'found']);
  });

  it('ends all sessions of an account', async () => {
    const tokens = [await signIn(), await signIn()];
    for (const token of tokens) await outcome(token);
    await expect(here.sessions.endSessionsOf(accountId.toUpperCase())).resolves.toBe(2);
    for (const token of tokens) expect(await outcome(token)).toBe('ended');
    await expect(here.sessions.endSessionsOf(accountId)).resolves.toBe(0);
    await expect(here.sessions.endSessionsOf(randomUUID())).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_UNKNOWN' });
  });

  it('lists the open ones, last used first', async () => {
    const first = await signIn();
    fixture.clock.advance(MINUTE_MS);
    await signIn();
    fixture.clock.advance(MINUTE_MS);
    await outcome(first);
    const sessions = await here.sessions.listSessions(accountId);
    expect(sessions.map((session) => session.lastSeenAt)).toEqual([
      fixture.clock.now(),
      new Date(fixture.clock.now().getTime() - MINUTE_MS),
    ]);
    fixture.clock.advance(9 * MINUTE_MS);
    await expect(here.sessions.listSessions(accountId)).resolves.toHaveLength(1);
  });
});

describe('two processes', () => {
  let there: IdentityProcess;
  beforeEach(async () => (there = await fixture.process()));

  it('share sessions', async () => {
    expect(await outcome(await signIn(here), there)).toBe('found');
  });

  it('refuse an ended session as soon as the notification arrives', async () => {
    const token = await signIn();
    expect(await outcome(token, there)).toBe('found');
    await here.sessions.signOut(token);
    await eventually(async () => expect(await outcome(token, there)).toBe('signed_out'));
  });

  it('refuse a disabled account and show a changed name', async () => {
    const token = await signIn();
    expect(await outcome(token, there)).toBe('found');
    await here.accounts.changeDisplayName(accountId, '张珊');
    await eventually(async () =>
      expect(await there.sessions.resolveSession(token)).toMatchObject({
        session: { account: { displayName: '张珊' } },
      }),
    );
    await here.accounts.disableAccount(accountId);
    await eventually(async () => expect(await outcome(token, there)).toBe('disabled'));
  });

  it('drop everything on a notification that they cannot read', async () => {
    const token = await signIn();
    expect(await outcome(token, there)).toBe('found');
    // A change by hand, as an administrator might make with SQL.
    await database.pool.query(`update identity.session set ended_at = $1, end_reason = 'ended'`, [fixture.clock.now()]);
    expect(await outcome(token, there)).toBe('found');
    await database.pool.query(`select pg_notify('taizhang_identity', 'all')`);
    await eventually(async () => expect(await outcome(token, there)).toBe('ended'));
  });

  it('ask the database each time where changes are not heard', async () => {
    const deaf = await fixture.process({ listening: false });
    const token = await signIn();
    expect(await outcome(token, deaf)).toBe('found');
    await here.sessions.signOut(token);
    expect(await outcome(token, deaf)).toBe('signed_out');
  });

  it('believe an answer no longer than 30 seconds even if a notification never came', async () => {
    const token = await signIn();
    expect(await outcome(token, there)).toBe('found');
    await database.pool.query(`update identity.session set ended_at = $1, end_reason = 'ended'`, [fixture.clock.now()]);
    fixture.clock.advance(30 * SECOND_MS);
    expect(await outcome(token, there)).toBe('ended');
  });

  it('find a session awake that the other one has seen used', async () => {
    const token = await signIn();
    expect(await outcome(token, there)).toBe('found');
    fixture.clock.advance(9 * MINUTE_MS);
    expect(await outcome(token, here)).toBe('found');
    fixture.clock.advance(2 * MINUTE_MS);
    expect(await outcome(token, there)).toBe('found');
  });
});
