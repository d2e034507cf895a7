import { join } from 'node:path';
import { z } from 'zod';
import {
  accountWithPasswordSchema,
  importDetailSchema,
  ledgerListSchema,
  meSchema,
  seenMarkSchema,
  unitListSchema,
} from '#contracts';
import { ReactionRunner } from '#engine';
import { verifyChain } from '#event-store';
import { ControlledClock, createLogger, createPool } from '#platform';
import { readOrigin, rebuildProjection } from '#projections';
import { projectorsOn } from '#runtime';
import { eventually } from '#testing';
import { writeBackup } from '../../apps/cli/src/backup/write-backup';
import { type ChangingLog, type LogRows, openChangingLog } from '../support/changing-log';
import { makeTestPlace, type TestPlace } from '../support/test-house';
import { Person } from './support/person';
import { ensureFirstAdministrator, openSite, rebuildAt, type Site } from './support/site';

const logger = createLogger('silent');

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';

describe('a log and the tables made from it', () => {
  let clock: ControlledClock;
  let place: TestPlace;
  let log: ChangingLog;
  const ends: (() => Promise<unknown>)[] = [];
  /** Of the administrators, by place. */
  const passwords = new Map<TestPlace, string>();

  beforeEach(async () => {
    clock = new ControlledClock(START);
    place = await aPlace();
    log = await aLog();
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function aPlace(): Promise<TestPlace> {
    const made = await makeTestPlace();
    ends.push(() => made.close());
    return made;
  }

  async function aLog(): Promise<ChangingLog> {
    const made = await openChangingLog();
    ends.push(() => made.close());
    return made;
  }

  /** A start of the product; it is stopped with the test unless before. */
  async function serve(at = place, on = log): Promise<Site> {
    const site = await openSite(at, clock, on.connect(), passwords.get(at));
    passwords.set(at, site.password);
    let open = true;
    const close = async (): Promise<void> => {
      if (open) await site.close();
      open = false;
    };
    ends.push(close);
    return { ...site, close };
  }

  const rebuild = (at = place, wanted?: Parameters<typeof rebuildAt>[3]) => rebuildAt(at, clock, log.connect(), wanted);
  const refusal = async (at: TestPlace, on: ChangingLog): Promise<unknown> =>
    at.lay({ clock, store: on.connect() }).then(
      (foundation) => foundation.close(),
      (error: unknown) => error,
    );

  /** Names of the units that a person sees. */
  async function units({ administrator }: Site): Promise<string[]> {
    const { units: found } = await administrator.reads('units', unitListSchema);
    return found.map(({ name }) => name).sort();
  }

  const health = ({ foundation }: Site) => foundation.continuity.health();
  const stopped = ({ foundation }: Site) => foundation.store.writing.stopped?.code ?? null;

  describe('when they are another installation’s', () => {
    it('are refused at the start with LOG.OTHER, and nothing is changed', async () => {
      const [otherPlace, otherLog] = [await aPlace(), await aLog()];
      await (await serve()).close();
      await (await serve(otherPlace, otherLog)).close();
      const [before, otherBefore] = [await log.copy(), await otherLog.copy()];
      expect(await refusal(place, otherLog)).toMatchObject({
        code: 'LOG.OTHER',
        message:
          '数据库里的台账与这份事件日志不是同一套，已拒绝写入，请核对 DATABASE_URL、EVENTSTORE_URL 和数据文件夹。',
      });
      expect(await refusal(otherPlace, log)).toMatchObject({ code: 'LOG.OTHER' });
      await expect(rebuildAt(place, clock, otherLog.connect())).rejects.toMatchObject({ code: 'LOG.OTHER' });
      expect([await log.copy(), await otherLog.copy()]).toEqual([before, otherBefore]);
      expect(await units(await serve())).toEqual(['系统管理']);
    });

    it('stop writing under the running program, red, and go on with the right one', async () => {
      const site = await serve();
      await site.administrator.does('units', { name: '市医保局' });
      const own = await log.copy();
      const [otherPlace, otherLog] = [await aPlace(), await aLog()];
      await (await serve(otherPlace, otherLog)).close();
      await log.restore(await otherLog.copy());
      await site.foundation.continuity.check();
      expect(health(site)).toMatchObject({ healthy: false, details: { code: 'LOG.OTHER' } });
      expect(await site.administrator.send('units', { name: '市水务局' })).toMatchObject({
        status: 503,
        body: { code: 'LOG.OTHER' },
      });
      expect(await units(site)).toEqual(['市医保局', '系统管理']);
      await log.restore(own);
      await site.foundation.continuity.check();
      await site.administrator.does('units', { name: '市水务局' });
      expect(await units(site)).toEqual(['市医保局', '市水务局', '系统管理']);
    });
  });

  describe('when the log is full and the database empty', () => {
    it('are not taken for a pair silently: a second product on a log is refused with LOG.UNADOPTED', async () => {
      const first = await serve();
      const before = await log.copy();
      const second = await aPlace();
      expect(await refusal(second, log)).toMatchObject({
        code: 'LOG.UNADOPTED',
        message: expect.stringContaining('请运行 taizhang rebuild') as unknown,
      });
      expect(await log.copy()).toEqual(before);
      await first.administrator.does('units', { name: '市医保局' });
      expect(stopped(first)).toBeNull();
      const looking = await second.lay({ clock, store: log.connect(), purpose: 'looking' });
      expect(await readOrigin(looking.pool)).toBeNull();
      expect(await looking.identity.accounts.listAccounts({})).toEqual([]);
      await looking.close();
    });

    it('are made a pair by a rebuild, announced; the first administrator then has posts', async () => {
      const first = await serve();
      await first.administrator.does('units', { name: '市医保局' });
      const { position } = await first.administrator.does('ledgers/open-practice', {});
      await drafted(first, position);
      await first.close();
      const anew = await aPlace();
      const said = await rebuild(anew);
      expect(said[0]).toMatch(/^将由本数据库接管现有事件日志，并重建台账各表：日志到 \d+。$/u);
      expect(said.at(-1)).toBe('本数据库已接管现有事件日志，请启动台账。');
      expect(said).toHaveLength(10);
      const before = await log.copy();
      const site = await serve(anew);
      expect(await units(site)).toContain('市医保局');
      const { posts } = await site.administrator.reads('me', meSchema);
      expect(posts.filter(({ practice }) => practice !== true).map(({ role }) => role)).toEqual([
        'system-administrator',
        'security-administrator',
      ]);
      await site.administrator.does('units', { name: '市水务局' });
      // Nothing was done again that had been done: what is new is the password of the first sign-in, and the unit.
      const added = (await log.copy()).slice(before.length).map((row) => row[4]);
      expect(added).toEqual(['account.password-changed', 'unit.created']);
    });
  });

  describe('of which the log is empty', () => {
    it('are not begun by those that only look', async () => {
      const looking = await place.lay({ clock, store: log.connect(), purpose: 'looking' });
      await looking.close();
      await rebuild();
      expect(await log.copy()).toEqual([]);
    });

    it('are begun by the first start: its first event names the installation', async () => {
      await serve();
      expect((await log.copy())[0]?.slice(1, 5)).toEqual([
        'installation-this',
        0,
        expect.stringMatching(/^[0-9a-f-]{36}$/u),
        'installation.founded',
      ]);
    });
  });

  describe('of 0.1', () => {
    it('are refused in one line: a log that does not begin with a name', async () => {
      await serve().then((site) => site.close());
      const [, ...rest] = await log.copy();
      await log.restore(rest);
      for (const at of [place, await aPlace()]) {
        expect(await refusal(at, log)).toMatchObject({
          code: 'DATA.OLD',
          message:
            '事件日志由 0.1 预览版写成（或不是台账的日志），本版本不能使用，请换一个空的事件日志；未改动任何内容。',
        });
      }
      expect(await log.copy()).toEqual(rest);
    });

    it('are refused in one line: a database that notes the log’s first event', async () => {
      const pool = createPool(place.config.databaseUrl ?? '', { max: 1, applicationName: 'test-0.1', logger });
      ends.push(() => pool.end());
      await pool.query('create schema projection; create table projection.log_origin (first_event uuid)');
      expect(await refusal(place, log)).toMatchObject({
        code: 'DATA.OLD',
        message: '数据库中的台账由 0.1 预览版建立，本版本不能使用，请换一个空的数据库；未改动任何内容。',
      });
      const { rows } = await pool.query('select 1 from pg_namespace where nspname = $1', ['identity']);
      expect(rows).toEqual([]);
    });
  });

  /** Waits until the practice ledger of the administrator has its drafts. */
  async function drafted(site: Site, position: string): Promise<void> {
    site.administrator.seesUpTo(position);
    await eventually(async () => {
      const { ledgers } = await site.administrator.reads('ledgers', ledgerListSchema);
      expect(reactionsOf(site).fault()).toBeNull();
      expect(ledgers).toMatchObject([{ total: 3, imports: [{ complete: true }] }]);
    });
  }

  describe('when the log is older than the tables', () => {
    /** Before the copy a unit, after it another one. */
    async function copied(site: Site): Promise<LogRows> {
      await site.administrator.does('units', { name: '市医保局' });
      const copy = await log.copy();
      await site.administrator.does('units', { name: '市水务局' });
      // The tables have it too.
      expect(await units(site)).toEqual(['市医保局', '市水务局', '系统管理']);
      return copy;
    }

    it('reads, but writes nothing: LOG.OLDER, red, from the start on', async () => {
      const before = await serve();
      const copy = await copied(before);
      await before.close();
      await log.restore(copy);
      const site = await serve();
      expect(site.foundation.store.writing.stopped).toMatchObject({
        code: 'LOG.OLDER',
        message:
          '事件日志比台账各表旧（可能由旧副本恢复），已停止写入，现在只能查看，请告知系统管理员；如确认以现有日志为准，请运行 taizhang rebuild，否则请换回完整的日志。',
      });
      expect(health(site)).toMatchObject({ healthy: false, details: { code: 'LOG.OLDER' } });
      await expect(ensureFirstAdministrator(site.foundation, site.house.bus)).rejects.toMatchObject({
        code: 'LOG.OLDER',
      });
      expect(await site.administrator.send('units', { name: '市民政局' })).toMatchObject({
        status: 503,
        body: { code: 'LOG.OLDER' },
      });
      expect(await units(site)).toEqual(['市医保局', '市水务局', '系统管理']);
      // What the log holds can be verified and kept.
      const file = join(place.config.dataFolder, 'older.backup');
      expect(await writeBackup(site.foundation, file, 'a long passphrase')).toMatchObject({ events: copy.length });
      expect((await verifyChain(site.foundation.store)).breaks).toEqual([]);
      expect(await log.copy()).toEqual(copy);
    });

    it('is mended by a rebuild while the program stands still: lists show what the log holds', async () => {
      const before = await serve();
      const copy = await copied(before);
      await before.close();
      await log.restore(copy);
      const said = await rebuild();
      expect(said[0]).toMatch(
        /^将以现有事件日志为准重建台账各表：日志到 \d+，表中到 \d+；日志中没有的事件不再显示，账号和佐证材料保留。$/u,
      );
      expect(said.slice(1, -1).map((line) => line.split('：')[0])).toEqual(PROJECTIONS);
      expect(said.at(-1)).toBe('台账各表已与现有事件日志一致，可以继续写入。');
      const site = await serve();
      expect([stopped(site), health(site)]).toEqual([null, { healthy: true }]);
      expect(await units(site)).toEqual(['市医保局', '系统管理']);
      await site.administrator.does('units', { name: '市民政局' });
      expect(await units(site)).toEqual(['市医保局', '市民政局', '系统管理']);
    });

    it('acknowledges nothing that no list shows, from the first write on under the running program', async () => {
      const site = await serve();
      await log.restore(await copied(site));
      const key = 'after-the-restore';
      const answer = await site.administrator.send('units', { name: '市民政局' }, key);
      expect(answer).toMatchObject({ status: 503, body: { code: 'LOG.OLDER' } });
      expect(health(site)).toMatchObject({ healthy: false, details: { code: 'LOG.OLDER' } });
      await rebuild();
      await site.foundation.continuity.check();
      // The same request is answered now, and shown.
      await site.administrator.does('units', { name: '市民政局' }, key);
      expect(await units(site)).toEqual(['市医保局', '市民政局', '系统管理']);
    });

    it('is mended by a rebuild under the running program, which goes on by itself', async () => {
      const site = await serve();
      const copy = await copied(site);
      await log.restore(copy);
      await site.foundation.continuity.check();
      expect(health(site)).toMatchObject({ healthy: false });
      await rebuild();
      await eventually(() => expect(health(site)).toEqual({ healthy: true }), { timeoutMs: 20_000 });
      await site.administrator.does('units', { name: '市水务局' });
      expect(await units(site)).toEqual(['市医保局', '市水务局', '系统管理']);
      expect(await log.copy()).toHaveLength(copy.length + 1);
      expect(site.house.projections.health()).toMatchObject({ healthy: true });
      expect(reactionsOf(site).fault()).toBeNull();
    });

    it('has accounts whose lost posts let nobody in, and marks that hide nothing', async () => {
      const site = await serve();
      const office = await site.administrator.does('units', { name: '市医改办' });
      const copy = await log.copy();
      const clerk = await aPerson(site, 'clerk', office.id);
      await clerk.does('ledgers', { name: '医改台账', code: 'YG', closingPrefix: '医销' });
      const { position } = await clerk.reads('ledgers', z.object({ position: z.string() }).loose());
      await clerk.posts('me/seen', { position }, seenMarkSchema);
      await log.restore(copy);
      await rebuild();
      await site.foundation.continuity.check();
      clerk.seesUpTo('0');
      expect(await clerk.reads('me', meSchema)).toMatchObject({ loginName: 'clerk', posts: [] });
      expect(await clerk.tries('ledgers', { name: '他', code: 'TA', closingPrefix: '他' })).toBe('PERMISSION.DENIED');
      expect(await clerk.reads('me/seen', seenMarkSchema)).toMatchObject({ position: String(copy.length) });
    });

    it('has reminders that fire again where they are lost, and what reactions had written', async () => {
      const site = await serve();
      const { position } = await site.administrator.does('ledgers/open-practice', {});
      const started = await eventually(async () => {
        const copy = await log.copy();
        const import_ = copy.findIndex((row) => row[4] === 'ledger.import-started');
        expect(import_).toBeGreaterThan(0);
        return copy.slice(0, import_ + 1);
      });
      await drafted(site, position);
      await log.restore(started);
      await rebuild();
      await site.foundation.continuity.check();
      // The drafts are lost with the log; the import that the log still holds is finished again.
      await drafted(site, '0');
      const copy = await hungAndAssigned(site);
      await passTo(site, '2021-09-30T02:00:00.000Z');
      const told = await reminders();
      expect(told.length).toBeGreaterThan(0);
      await log.restore(copy);
      await rebuild();
      await site.foundation.continuity.check();
      expect(await reminders()).toEqual([]);
      await passTo(site, '2021-09-30T02:00:00.000Z');
      expect(await reminders()).toEqual(told.slice(-1));
    });

    it('is not mended by one table: a rebuild of a name is refused and says so', async () => {
      const site = await serve();
      await log.restore(await copied(site));
      await expect(rebuild(place, { name: 'units', afresh: false })).rejects.toMatchObject({
        code: 'PROJECTION.REBUILD_ALL',
        message: '台账各表与现有事件日志不是同一段历史，只重建 units 不够，请运行不带名称的 taizhang rebuild。',
      });
      await site.foundation.continuity.check();
      expect(stopped(site)).toBe('LOG.OLDER');
    });

    it('stays so while only some tables are rebuilt, and is gone on with', async () => {
      const site = await serve();
      await log.restore(await copied(site));
      const { pool } = site.foundation;
      const all = projectorsOn(site.foundation.store, pool);
      for (const projector of all.filter(({ name }) => name !== 'units')) {
        await rebuildProjection({ pool, store: log.connect(), projector });
      }
      await site.foundation.continuity.check();
      expect(stopped(site)).toBe('LOG.OLDER');
      await rebuild();
      await site.foundation.continuity.check();
      expect(stopped(site)).toBeNull();
    });
  });

  describe('when the log is emptied', () => {
    it('writes nothing from the start on; a rebuild empties the tables and begins a log of another name', async () => {
      const before = await serve();
      await before.administrator.does('units', { name: '市医保局' });
      const installation = await readOrigin(before.foundation.pool);
      await before.close();
      await log.restore([]);
      const older = await serve();
      expect(older.foundation.store.writing.stopped).toMatchObject({
        code: 'LOG.OLDER',
        message:
          '事件日志是空的，台账各表却有内容，已停止写入；请核对 EVENTSTORE_URL 和数据文件夹，如确认以空的日志为准，请运行 taizhang rebuild。',
      });
      expect(await units(older)).toEqual(['市医保局', '系统管理']);
      await older.close();
      const said = await rebuild();
      expect(said[0]).toMatch(/^将以现有事件日志为准重建台账各表：日志为空，表中到 \d+；/u);
      expect(said.at(-1)).toBe('事件日志为空，已重新建立；请重新启动台账，首个管理员的岗位会重新授予。');
      const site = await serve();
      await eventually(async () => expect(await units(site)).toEqual(['系统管理']));
      expect(await readOrigin(site.foundation.pool)).toMatchObject({ founded: true });
      expect(await readOrigin(site.foundation.pool)).not.toEqual(installation);
      await site.administrator.does('units', { name: '市水务局' });
    });

    it('stops writing under the running program, which goes on by itself after the rebuild', async () => {
      const site = await serve();
      await site.administrator.does('units', { name: '市医保局' });
      await log.restore([]);
      await site.foundation.continuity.check();
      expect(stopped(site)).toBe('LOG.OLDER');
      await rebuild();
      await site.foundation.continuity.check();
      expect([stopped(site), health(site)]).toEqual([null, { healthy: true }]);
      await ensureFirstAdministrator(site.foundation, site.house.bus);
      await site.administrator.does('units', { name: '市水务局' });
      expect(await units(site)).toEqual(['市水务局', '系统管理']);
    });
  });

  const PROJECTIONS = ['tasks', 'timers', 'inbox', 'timeline', 'rules', 'ledgers', 'units', 'posts'];

  /** A person with the post of a clerk. */
  async function aPerson(site: Site, loginName: string, unitId: string): Promise<Person> {
    const names = { loginName, displayName: `${loginName} 同志` };
    const made = await site.administrator.posts('accounts', names, accountWithPasswordSchema);
    const post = { unitId, role: 'supervision-clerk' };
    await site.administrator.does(`accounts/${made.accountId}/grant-post`, post);
    return new Person(site.address, loginName, made.oneTimePassword ?? '').signIn();
  }

  /** The first practice task under way, with the log as it is then. */
  async function hungAndAssigned({ administrator }: Site): Promise<LogRows> {
    const [imported] = (await administrator.reads('ledgers', ledgerListSchema)).ledgers.flatMap(
      ({ imports }) => imports,
    );
    const { tasks } = await administrator.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
    const dated = tasks.find(({ title }) => title === '建成5个口袋公园');
    const { matches } = await administrator.reads(`units?names=${encodeURIComponent('练习甲局')}`, unitListSchema);
    const leadUnitIds = matches.flatMap(({ unitIds }) => unitIds);
    const does = (act: string, body: object) => administrator.does(`tasks/${dated?.taskId ?? ''}/${act}`, body);
    await does('confirm', { leadUnitIds, supportUnitIds: [], limits: 'confirmed' });
    await does('hang', { authority: { kind: 'document', reference: '1号' }, secrecyDeclared: true });
    await does('assign', { requirements: '按时限办结。' });
    return log.copy();
  }

  /** Moves the clock and lets fall due what has. */
  async function passTo({ foundation, house }: Site, moment: string): Promise<void> {
    clock.set(moment);
    await eventually(async () => {
      await house.projections.waitFor(['timers'], (await foundation.store.head()) ?? '0', { timeoutMs: 60_000 });
      expect(await house.worker?.deadlines.sweep()).toMatchObject({ fired: 0, failed: 0 });
    });
  }

  /** The rungs that are recorded, in order. */
  async function reminders(): Promise<unknown[]> {
    // Those of limits: the unit that does not answer the assignment is on another clock.
    const ofLimits = z.looseObject({ obligation: z.object({}) });
    return (await log.copy())
      .filter((row) => row[4] === 'rung.fired' && ofLimits.safeParse(JSON.parse(String(row[7]))).success)
      .map((row) => row[7]);
  }

  function reactionsOf({ house }: Site): ReactionRunner {
    return house.http.get(ReactionRunner, { strict: false });
  }
});
