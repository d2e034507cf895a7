import { readFile } from 'node:fs/promises';
import { accountListSchema, accountWithPasswordSchema, postListSchema } from '#contracts';
import { MemoryEventStore } from '#event-store';
import { ControlledClock } from '#platform';
import { ensureFirstAccount, ensureFirstPosts } from '#runtime';
import { InterruptibleLog } from '../support/interruptible-log';
import { openTestHouse, type TestHouse } from '../support/test-house';
import { Office } from './support/office';
import { Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';

/** People who act right after each of four grants: enough for a window of some milliseconds to show. */
const NEWCOMERS = 10;
const REFUSALS = 30;

/** A turn of the event loop in which a request could have been answered. */
const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('in the moment after the grant', () => {
  let log: InterruptibleLog;
  let running: RunningHouse;
  let office: Office;
  let unitId: string;

  beforeAll(async () => {
    log = new InterruptibleLog(new MemoryEventStore());
    running = await runHouse(START, log);
    office = await Office.open(running);
    unitId = await office.unit('云岭市医改办');
  });
  afterEach(() => log.release());
  afterAll(() => running.close());

  /** Somebody who is signed in and was refused before, so that what they may not do is known here. */
  async function newcomer(loginName: string): Promise<{ accountId: string; person: Person }> {
    const names = { loginName, displayName: `${loginName} 同志` };
    const made = await office.administrator.posts('accounts', names, accountWithPasswordSchema);
    const person = await new Person(running.address, loginName, made.oneTimePassword ?? '').signIn();
    expect(await person.tries('units', { name: `${loginName}局` })).toBe('PERMISSION.DENIED');
    return { accountId: made.accountId, person };
  }

  const grant = (accountId: string, role: string) =>
    office.administrator.does(`accounts/${accountId}/grant-post`, { unitId, role });

  it('a person sends a command, reads, and asks what is no command, each at once', async () => {
    for (let time = 0; time < NEWCOMERS; time += 1) {
      const { accountId, person } = await newcomer(`newcomer${time}`);
      await grant(accountId, 'supervision-clerk');
      expect(await person.tries('units', { name: `单位${time}` })).toBe('accepted');
      await grant(accountId, 'auditor');
      expect(await person.get('posts')).toMatchObject({ status: 200 });
    }
    const { accountId, person } = await newcomer('fangyan');
    await grant(accountId, 'security-administrator');
    await person.reads('accounts', accountListSchema);
    const other = (await newcomer('linjia')).accountId;
    expect(await person.tries(`accounts/${other}/grant-post`, { unitId, role: 'reporter' })).toBe('accepted');
  });

  it('a request waits for the tables of posts and is not refused, however late they are', async () => {
    const { accountId, person } = await newcomer('zhoulan');
    log.hold();
    await grant(accountId, 'supervision-clerk');
    let answer = 'none yet';
    const tried = person.tries('units', { name: '云岭市医保局' }).then((code) => (answer = code));
    // The administrator is permitted, and so waits for nothing meanwhile.
    expect(await office.administrator.tries('units', { name: '云岭市民政局' })).toBe('accepted');
    await aMoment();
    expect(answer).toBe('none yet');
    log.release();
    expect(await tried).toBe('accepted');
  });

  it('a request whose posts cannot be told in time is answered so, and not that a post is wanting', async () => {
    const { accountId, person } = await newcomer('liuyang');
    log.hold();
    await grant(accountId, 'supervision-clerk');
    const answer = await person.send('units', { name: '云岭市水务局' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'PROJECTION.BEHIND' } });
  });

  it('a post that was revoked is gone at once: a closer had closed one more task by it', async () => {
    const { accountId, person } = await newcomer('tangwei');
    for (let time = 0; time < NEWCOMERS; time += 1) {
      await grant(accountId, 'supervision-clerk');
      expect(await person.tries('units', { name: `云岭市第${time}医院` })).toBe('accepted');
      const { posts } = await office.administrator.reads('posts', postListSchema);
      const postId = posts.find((post) => post.accountId === accountId)?.postId;
      await office.administrator.does(`accounts/${accountId}/revoke-post`, { postId, reason: '岗位调整' });
      expect(await person.tries('units', { name: `云岭市第${time}诊所` })).toBe('PERMISSION.DENIED');
    }
  });

  it('a refusal stays one, and reads no event of the log', async () => {
    const { person } = await newcomer('chenming');
    const readings = [jest.spyOn(log, 'readAll'), jest.spyOn(log, 'readStream')];
    for (let time = 0; time < REFUSALS; time += 1) expect((await person.get('posts')).status).toBe(403);
    expect(readings.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });
});

describe('in the moment after the first start', () => {
  let opened: TestHouse;

  afterEach(() => opened.close());

  it('the first administrator acts before the tables have the posts', async () => {
    const log = new InterruptibleLog(new MemoryEventStore());
    opened = await openTestHouse(new ControlledClock(START), log);
    const address = await opened.listen();
    log.hold();
    const signIn = await ensureFirstAccount(opened.foundation);
    await ensureFirstPosts(opened.foundation, opened.house.bus);
    const text = await readFile(signIn?.passwordFile ?? '', 'utf8');
    const password = /一次性口令：(\S+)/u.exec(text)?.[1] ?? '';
    const administrator = await new Person(address, 'admin', password).signIn();
    const tried = administrator.tries('units', { name: '云岭市医改办' });
    await aMoment();
    log.release();
    expect(await tried).toBe('accepted');
  });
});
