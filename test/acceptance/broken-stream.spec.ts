import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { putReactionPlace, reactionPosition } from '#engine';
import { type DamagedStream, type StoredEvent, verifyChain } from '#event-store';
import { ControlledClock, createLogger, createPool } from '#platform';
import { rebuildProjection } from '#projections';
import { type Foundation, layFoundation, projectorsOn } from '#runtime';
import { type BackupLine, backupLine } from '../../apps/cli/src/backup/backup-lines';
import { checkBackup } from '../../apps/cli/src/backup/read-backup';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup';
import { writeBackup } from '../../apps/cli/src/backup/write-backup';
import { backupCommand, tellWritten } from '../../apps/cli/src/commands/backup';
import { tellRestored } from '../../apps/cli/src/commands/restore';
import { verifyCommand } from '../../apps/cli/src/commands/verify';
import { said } from '../../apps/cli/testing/said';
import { testId } from '../../libs/domain/testing';
import { EngineLab, TO_UNDERWAY } from '../../libs/engine/testing';
import { type Alterations, AlteredEventStore } from '../../libs/event-store/testing/altered-event-store';
import { layTestFoundation } from '../support/test-house';

const NOW = new Date('2025-03-03T02:30:00.000Z');
const PASSPHRASE = '云岭-备份-口令-2026';

const [CHANGED, CUT, FOREIGN, WHOLE, LAST] = [0x401, 0x402, 0x403, 0x404, 0x405];
const TASKS = [CHANGED, CUT, FOREIGN, WHOLE, LAST];
const streamOf = (task: number): string => `task-${testId(task)}`;
const BROKEN = [CHANGED, CUT, FOREIGN].map(streamOf);
/** The first revision of each broken stream that cannot be restored. */
const BREAKS: ReadonlyMap<string, number> = new Map([
  [streamOf(CHANGED), 2],
  [streamOf(CUT), 0],
  [streamOf(FOREIGN), 4],
]);

/** Five tasks in PostgreSQL, three of which the owner of the log has damaged behind the program's back. */
describe('a log with broken streams', () => {
  let source: Foundation;
  let folder: string;
  let file: string;
  /** Its events as they were before. */
  let events: readonly StoredEvent[];
  let accountId: string;
  const places: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    source = await aPlace();
    folder = await mkdtemp(join(tmpdir(), 'taizhang-broken-'));
    file = join(folder, '台账.backup');
    await fill(source);
    events = await source.store.readAll(null, 1_000);
    const { account } = await source.identity.accounts.createAccount({ loginName: 'zhoulan', displayName: '周岚' });
    accountId = account.accountId;
    // Seen up to an event that goes with its broken stream; followed up to one of a whole stream.
    await source.identity.seenMarks.moveTo(accountId, positionOf(events, CHANGED, 1));
    await putReactionPlace(source.pool, { position: positionOf(events, WHOLE, 2), hash: null });
    await damage(source, `update log.event set data = '{"title":"改过"}' where stream = $1 and revision = 2`, CHANGED);
    await damage(source, `delete from log.event where stream = $1 and revision = 0`, CUT);
    await damage(source, `update log.event set data = '42' where stream = $1 and revision = 4`, FOREIGN);
    await writeBackup(source, file, PASSPHRASE);
  });
  afterAll(async () => {
    for (const end of places) await end();
    await rm(folder, { recursive: true, force: true });
  });

  async function aPlace(restoring = false): Promise<Foundation> {
    const { foundation, close } = await layTestFoundation({
      clock: new ControlledClock(NOW),
      ...(restoring ? { purpose: 'restoring' } : {}),
    });
    places.push(close);
    return foundation;
  }

  /** The source, its log read through alterations. */
  const altered = (alterations: Alterations): Foundation => {
    return { ...source, store: new AlteredEventStore(source.store, alterations) };
  };

  const linesOf = async (path: string): Promise<readonly BackupLine[]> => {
    const text = gunzipSync(await readFile(path)).toString('utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => backupLine.parse(JSON.parse(line)));
  };

  const incompleteIn = async (path: string) =>
    (await linesOf(path)).flatMap((line) => (line.kind === 'incomplete' ? [line] : []));

  describe('is verified', () => {
    it('to its end: every broken stream is named with what is wrong, and the exit code is 2', async () => {
      const { lines, exitCode } = await said(() => verifyCommand(source.config));
      expect(lines.slice(0, 2)).toEqual([
        `断裂：${streamOf(CHANGED)} 第 2 号事件的内容与封签不符，写入后被改动过。`,
        `断裂：${streamOf(CUT)} 缺少第 0 号事件，接着的是第 1 号。`,
      ]);
      expect(lines[2]).toMatch(`受损：${streamOf(FOREIGN)} 第 4 号事件不是本系统写入的内容`);
      expect(lines[3]).toBe(`没有发现问题的有 9 条流；核对无误的事件共 ${events.length - 3 - 5 - 1} 条。`);
      expect(exitCode).toBe(2);
    });
  });

  describe('is backed up', () => {
    it('with an error that names what is missing; the file is kept', async () => {
      const other = join(folder, 'command.backup');
      const writing = said(() => backupCommand(source.config, { TAIZHANG_PASSPHRASE: PASSPHRASE }, other));
      await expect(writing).rejects.toMatchObject({ code: 'BACKUP.INCOMPLETE', details: { streams: BROKEN } });
      const names = [...BREAKS].map(([stream, revision]) => `${stream}（自第 ${revision} 号事件起）`).join('、');
      await expect(writing).rejects.toThrow(`备份不完整，缺少 ${names} 的内容`);
      expect((await readdir(folder)).sort()).toEqual(['command.backup', '台账.backup']);
      await rm(other);
    });

    it('with everything else, each broken stream up to its break, and a line that says why', async () => {
      const kept = (await linesOf(file)).flatMap((line) => (line.kind === 'event' ? [line.hash] : []));
      const whole = events.filter(
        ({ stream, revision }) => revision < (BREAKS.get(stream) ?? Number.POSITIVE_INFINITY),
      );
      expect(kept).toEqual(whole.map(({ hash }) => hash));
      const incomplete = await incompleteIn(file);
      expect(incomplete.map(({ stream, revision }) => [stream, revision])).toEqual([...BREAKS]);
      expect(incomplete[0]?.why).toContain('被改动过');
      expect(incomplete[1]?.why).toContain('缺少第 0 号事件');
      expect(incomplete[2]?.why).toContain('不是本系统写入的内容');
    });

    it('with what the store knows to be damaged, though it reads well or nothing of it is read', async () => {
      const found: readonly DamagedStream[] = [
        { stream: streamOf(WHOLE), damage: 'foreign', revision: 5, message: '第 5 号事件不是本系统写入的内容。' },
        { stream: 'task-gone', damage: 'lost', revision: null, message: 'task-gone 已被删除。' },
        { stream: streamOf(CUT), damage: 'lost', revision: 0, message: '第 0 号事件已被清理。' },
        { stream: streamOf(CHANGED), damage: 'foreign', revision: 9, message: '另有一处。' },
      ];
      const path = join(folder, 'damaged.backup');
      await writeBackup(altered({ damaged: found }), path, PASSPHRASE);
      const incomplete = (await incompleteIn(path)).filter(({ stream }) => stream !== streamOf(FOREIGN));
      expect(incomplete.map(({ stream, revision, why }) => [stream, revision, why])).toEqual([
        [streamOf(CHANGED), 2, `${streamOf(CHANGED)} 第 2 号事件的内容与封签不符，写入后被改动过。`],
        [streamOf(CUT), 0, '第 0 号事件已被清理。'],
        [streamOf(WHOLE), 5, '第 5 号事件不是本系统写入的内容。'],
        ['task-gone', null, 'task-gone 已被删除。'],
      ]);
      await rm(path);
    });

    it('naming no more than twenty streams in its sentence', async () => {
      const incomplete = Array.from({ length: 23 }, (_, index) => ({
        stream: `task-${index}`,
        revision: 0,
        why: '。',
      }));
      const told = said(async () => tellWritten('x', { events: 0, evidence: 0, incomplete }));
      await expect(told).rejects.toThrow('、task-19（自第 0 号事件起）等 23 条流');
      await expect(told).rejects.not.toThrow('task-20');
    });

    it('not at all where the order of the log is wrong, and leaves no file', async () => {
      const alter = (event: StoredEvent) => ({
        ...event,
        position: event.stream === streamOf(LAST) ? '1' : event.position,
      });
      const path = join(folder, 'order.backup');
      await expect(writeBackup(altered({ alter }), path, PASSPHRASE)).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
      expect(await readdir(folder)).toEqual(['台账.backup']);
    });
  });

  describe('is restored from its backup', () => {
    const checked = (...without: string[]) => checkBackup(file, PASSPHRASE, { without });

    it('only when every incomplete stream was named', async () => {
      for (const [without, missing] of [
        [[], BROKEN],
        [BROKEN.slice(0, 2), BROKEN.slice(2)],
      ] as const) {
        const refused = checked(...without);
        await expect(refused).rejects.toMatchObject({ code: 'RESTORE.INCOMPLETE', details: { streams: missing } });
        await expect(refused).rejects.toThrow('--without');
        await expect(refused).rejects.toThrow(missing[0]);
      }
    });

    it('never without a stream that the file does not list as incomplete, or does not know', async () => {
      for (const stream of [streamOf(WHOLE), 'task-nowhere']) {
        const refused = checked(...BROKEN, stream);
        await expect(refused).rejects.toMatchObject({ code: 'RESTORE.STREAM_NOT_LISTED' });
        await expect(refused).rejects.toThrow(stream);
      }
    });

    it('without exactly those streams, all else as it was', async () => {
      const place = await aPlace(true);
      const backup = await checked(...BROKEN);
      await restoreBackup(place, backup);
      const wanted = events.filter(({ stream }) => !BREAKS.has(stream));
      const restored = await place.store.readAll(null, 1_000);
      expect(restored.map(withoutPosition)).toEqual(wanted.map(withoutPosition));
      expect((await verifyChain(place.store)).breaks).toEqual([]);
      expect(await tasksShown(place)).toEqual([WHOLE, LAST].map(testId));
      const { lines } = await said(async () => tellRestored(backup, []));
      expect(lines[0]).toContain(`${wanted.length} 条事件`);
      expect(lines.slice(1)).toEqual(
        BROKEN.map((stream) => `没有恢复：${stream}（备份中不完整，已按 --without 略去）。`),
      );
    });

    it.each(['ledger', 'unit'])(
      'without the %s that its tasks name, and the tables of the rest are filled',
      async (kind) => {
        const stream = events.find((event) => event.stream.startsWith(`${kind}-`))?.stream ?? '';
        const path = join(folder, `${kind}.backup`);
        const damaged = [{ stream, damage: 'foreign', revision: 1, message: '不是本系统写入的内容。' }] as const;
        await writeBackup(altered({ damaged }), path, PASSPHRASE);
        const place = await aPlace(true);
        await restoreBackup(place, await checkBackup(path, PASSPHRASE, { without: [...BROKEN, stream] }));
        await rm(path);
        expect(await tasksShown(place)).toEqual([WHOLE, LAST].map(testId));
      },
    );

    it('with reactions and marks at the same events as before, or at the last one before that is there', async () => {
      const place = await aPlace(true);
      await restoreBackup(place, await checked(...BROKEN));
      const restored = await place.store.readAll(null, 1_000);
      expect(await reactionPosition(place.pool)).toBe(positionOf(restored, WHOLE, 2));
      const beforeTasks = restored.filter(({ stream }) => !stream.startsWith('task-')).at(-1);
      expect(await place.identity.seenMarks.markOf(accountId)).toMatchObject({ position: beforeTasks?.position });
    });

    it('after an interruption with the same streams left out, and with no others', async () => {
      const place = await aPlace(true);
      const backup = await checked(...BROKEN);
      const cut = restoreBackup(place, backup, (count) => {
        if (count > 6) throw new Error('the power is gone');
      });
      await expect(cut).rejects.toThrow('the power is gone');
      for (const without of [new Set<string>(), new Set(BROKEN.slice(1))]) {
        const refused = restoreBackup(place, { ...backup, without });
        await expect(refused).rejects.toMatchObject({ code: 'RESTORE.OTHER_FILE' });
      }
      const { config, logger, database } = place;
      await expect(layFoundation(config, logger, database)).rejects.toMatchObject({ code: 'RESTORE.UNFINISHED' });
      await restoreBackup(place, await checked(...[...BROKEN].reverse()));
      const restored = await place.store.readAll(null, 1_000);
      expect(restored.map(({ hash }) => hash)).toEqual(
        events.filter(({ stream }) => !BREAKS.has(stream)).map(({ hash }) => hash),
      );
    });
  });
});

/** A ledger, its units and five tasks under way. */
async function fill({ store, pool }: Foundation): Promise<void> {
  const lab = await EngineLab.open({ store, pool });
  await lab.furnish();
  for (const task of TASKS) await lab.through(testId(task), ...TO_UNDERWAY);
  await lab.close();
}

/** Fills every table. @returns the tasks that are shown */
async function tasksShown({ store, pool }: Foundation): Promise<readonly string[]> {
  for (const projector of projectorsOn(store, pool)) await rebuildProjection({ store, pool, projector });
  const { rows } = await pool.query<{ task_id: string }>('select task_id from projection_tasks.task order by 1');
  return rows.map(({ task_id }) => task_id);
}

/** Changes the log as only its owner can, with the triggers that forbid it out of the way. */
async function damage({ database }: Foundation, sql: string, task: number): Promise<void> {
  const pool = createPool(database.ownerUrl, { max: 1, applicationName: 'test-owner', logger: createLogger('silent') });
  await pool.query('alter table log.event disable trigger all');
  const { rowCount } = await pool.query(sql, [streamOf(task)]);
  await pool.query('alter table log.event enable always trigger event_refuse_change');
  await pool.query('alter table log.event enable always trigger event_refuse_truncate');
  await pool.end();
  expect(rowCount).toBe(1);
}

function positionOf(events: readonly StoredEvent[], task: number, wanted: number): string {
  const found = events.find(({ stream, revision }) => stream === streamOf(task) && revision === wanted);
  if (!found) throw new Error('the event is not there');
  return found.position;
}

function withoutPosition({ position: _position, ...event }: StoredEvent): Omit<StoredEvent, 'position'> {
  return event;
}
