import { randomUUID } from 'node:crypto';
import { type PoolClient } from 'pg';
import { createTestDatabase, seededRandom } from '#testing';
import { interleave, LogWriter, openProjectionLab, type ProjectionLab, randomHistory } from '../../testing';
import { checkTallies } from './check-tallies';
import { readCheckpoints } from './checkpoint';
import { readFormer, rollBack } from './former-tables';
import { type ReadableEntry } from './log-entry';
import { isPassing, LostCommit } from './projection-error';
import { type Target } from './projector';
import { rebuildProjection } from './rebuild-projection';

const SEED = Number(process.env['TAIZHANG_SEED'] ?? 20_250_303);

describe(`a rebuild (seed ${SEED})`, () => {
  let lab: ProjectionLab;

  beforeEach(async () => {
    lab = await openProjectionLab(createTestDatabase);
  });
  afterEach(() => lab.close());

  async function tellTasks(tasks: number): Promise<string> {
    const chance = seededRandom(SEED);
    const histories = Array.from({ length: tasks }, (_, index) => randomHistory(chance, index + 1, 14));
    let position = '0';
    for (const { stream, event } of interleave(histories, chance)) position = await lab.writer.write(stream, event);
    return position;
  }

  /** The projections level with the log, and nobody running them any more. */
  async function levelAndStopped(position: string): Promise<void> {
    const runner = await lab.run();
    const names = lab.projectors().map(({ name }) => name);
    await runner.waitFor(names, position, { timeoutMs: 20_000 });
    await runner.stop();
  }

  const projectorOf = (name: string) => {
    const found = lab.projectors().find((projector) => projector.name === name);
    if (!found) throw new Error(`no projector ${name}`);
    return found;
  };
  const names = () => lab.projectors().map(({ name }) => name);

  /** A rebuild that is cut off at its first report. */
  async function interrupt(name: string): Promise<void> {
    const cut = new AbortController();
    const projector = projectorOf(name);
    const options = { ...lab, projector, batch: 9, signal: cut.signal, onProgress: () => cut.abort() };
    await expect(rebuildProjection(options)).rejects.toThrow();
  }

  it.each(['tasks', 'timers', 'inbox', 'timeline'])(
    'of %s goes on where it was interrupted, to the same rows',
    async (name) => {
      await levelAndStopped(await tellTasks(8));
      const live = await lab.rows(`projection_${name}`);
      const steps: number[] = [];
      // Another process each time, with nothing in its memory, and cut off after two batches.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const cut = new AbortController();
        let batches = 0;
        const done = await rebuildProjection({
          ...lab,
          projector: projectorOf(name),
          batch: 9,
          signal: cut.signal,
          onProgress: ({ phase, events }) => {
            steps.push(events);
            batches += 1;
            if (phase === 'filling' && batches === 2) cut.abort();
          },
        }).catch((error: unknown) => {
          if (cut.signal.aborted) return false;
          throw error;
        });
        if (done) break;
      }
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect((await readCheckpoints(lab.pool)).get(name)?.generation).toBe(2);
      expect(await lab.rows(`projection_${name}`)).toEqual(live);
    },
  );

  it('goes on with tables that an earlier build of the program has begun, with an index made at once', async () => {
    await levelAndStopped(await tellTasks(4));
    const live = await lab.rows('projection_timers');
    await interrupt('timers');
    await lab.pool.query('create index timer_by_task on projection_timers_next.timer (task_id)');
    await rebuildProjection({ ...lab, projector: projectorOf('timers'), batch: 9 });
    expect(await lab.rows('projection_timers')).toEqual(live);
  });

  it('does not write on after a crash of the database that lost what it has written', async () => {
    await levelAndStopped(await tellTasks(12));
    const live = await lab.rows('projection_tasks');
    const projector = projectorOf('tasks');
    let batches = 0;
    const crashing = {
      ...projector,
      open: (target: Target) => {
        const applier = projector.open(target);
        return {
          ...applier,
          take: async (entries: readonly ReadableEntry[], client: PoolClient) => {
            batches += 1;
            // What the crash leaves: the record as it was before the first transaction.
            if (batches === 3)
              await client.query(`update projection.attempt set position = null, hash = null, applied = 0`);
            await applier.take(entries, client);
          },
          flush: (client: PoolClient) => applier.flush?.(client) ?? Promise.resolve(),
        };
      },
    };
    await expect(rebuildProjection({ ...lab, projector: crashing, batch: 9 })).rejects.toThrow(LostCommit);
    expect(isPassing(new LostCommit('tasks'))).toBe(true);
    await rebuildProjection({ ...lab, projector, batch: 9 });
    expect(await lab.rows('projection_tasks')).toEqual(live);
  });

  it('begins anew when it is asked to, or when the version is another', async () => {
    await levelAndStopped(await tellTasks(4));
    await interrupt('tasks');
    const projector = projectorOf('tasks');
    for (const change of [
      { afresh: true },
      { projector: { ...projectorOf('tasks'), version: projector.version + 1 } },
    ]) {
      const events: number[] = [];
      const onProgress = (each: { readonly events: number }) => events.push(each.events);
      await rebuildProjection({ ...lab, projector: projectorOf('tasks'), batch: 9, onProgress, ...change });
      expect(events[0]).toBeLessThanOrEqual(9);
    }
  });

  it('keeps the tables that it replaces, and goes back to them', async () => {
    const projector = projectorOf('tasks');
    await levelAndStopped(await tellTasks(3));
    const before = await lab.rows('projection_tasks');
    await rebuildProjection({ ...lab, projector });
    const former = (await readFormer(lab.pool)).get('tasks');
    expect(former).toMatchObject({ version: projector.version });
    expect(await lab.rows('projection_tasks_former')).toEqual(before);
    // What comes after the switch is missing in the former tables, until a runner takes them up.
    const position = await tellTasks(2);
    await levelAndStopped(position);
    const now = await lab.rows('projection_tasks');
    await rollBack(lab.pool, lab.store, projector);
    expect(await lab.rows('projection_tasks')).toEqual(before);
    await levelAndStopped(position);
    expect(await lab.rows('projection_tasks')).toEqual(now);
    expect(await verdicts()).toEqual(names().map(() => 'complete'));
  });

  it('is not gone back on where nothing was kept, or by a program of another version', async () => {
    const projector = projectorOf('tasks');
    await levelAndStopped(await tellTasks(1));
    await expect(rollBack(lab.pool, lab.store, projector)).rejects.toMatchObject({ code: 'PROJECTION.NO_FORMER' });
    const newer = { ...projector, version: projector.version + 1 };
    await rebuildProjection({ ...lab, projector: newer });
    await expect(rollBack(lab.pool, lab.store, newer)).rejects.toMatchObject({
      code: 'PROJECTION.FORMER_OTHER_VERSION',
    });
    await rollBack(lab.pool, lab.store, projector);
    expect((await readCheckpoints(lab.pool)).get('tasks')).toMatchObject({ version: projector.version, generation: 3 });
  });

  describe('on a log that was restored from an older copy', () => {
    async function allRows() {
      return Promise.all(names().map((name) => lab.rows(`projection_${name}`)));
    }

    async function rebuildAll(): Promise<void> {
      for (const projector of lab.projectors()) await rebuildProjection({ ...lab, projector });
    }

    const granted = () => ({
      type: 'post.granted',
      data: {
        postId: randomUUID(),
        accountId: randomUUID(),
        unitId: randomUUID(),
        role: 'reporter',
        ledgerId: null,
        inCharge: [],
        second: 'unneeded',
      },
    });
    const write = () => lab.writer.write(`account-${randomUUID()}`, granted());

    it('ends with the log, and the tables are those that the copy was made with', async () => {
      const copied = await tellTasks(5);
      await levelAndStopped(copied);
      const then = await allRows();
      await write();
      await levelAndStopped(await write());
      await lab.endLogAt(copied);
      await rebuildAll();
      expect(await allRows()).toEqual(then);
      expect(await verdicts()).toEqual(names().map(() => 'complete'));
    });

    it('takes in what was written after the copy, also where it reaches beyond the former tables', async () => {
      const copied = await tellTasks(2);
      await levelAndStopped(await write());
      await lab.endLogAt(copied);
      let position = '';
      for (let index = 0; index < 4; index += 1)
        position = await new LogWriter(lab.another()).write(`account-${randomUUID()}`, granted());
      await rebuildAll();
      for (const { place } of (await readCheckpoints(lab.pool)).values()) expect(place?.position).toBe(position);
      expect((await lab.rows('projection_posts'))['post']).toHaveLength(4);
    });

    it('leaves empty tables where the log was emptied', async () => {
      await levelAndStopped(await write());
      await lab.endLogAt(null);
      await rebuildAll();
      expect((await lab.rows('projection_posts'))['post']).toEqual([]);
      for (const { place } of (await readCheckpoints(lab.pool)).values()) expect(place).toBeNull();
    });

    it('does not go on with what an interrupted one has filled from another past', async () => {
      const copied = await tellTasks(2);
      await levelAndStopped(copied);
      const then = await lab.rows('projection_posts');
      for (let index = 0; index < 3; index += 1) await write();
      const projector = projectorOf('posts');
      const cut = new AbortController();
      const onProgress = ({ events }: { readonly events: number }) => (events > 1 ? cut.abort() : undefined);
      await expect(
        rebuildProjection({ ...lab, projector, batch: 1, signal: cut.signal, onProgress }),
      ).rejects.toThrow();
      await lab.endLogAt(copied);
      await rebuildProjection({ ...lab, projector });
      expect(await lab.rows('projection_posts')).toEqual(then);
    });

    it('does not let anybody go back to the tables of the other past', async () => {
      const copied = await tellTasks(1);
      await levelAndStopped(await write());
      await lab.endLogAt(copied);
      const projector = projectorOf('posts');
      await rebuildProjection({ ...lab, projector });
      const now = await lab.rows('projection_posts');
      await expect(rollBack(lab.pool, lab.store, projector)).rejects.toMatchObject({
        code: 'PROJECTION.FORMER_OTHER_PAST',
      });
      expect(await lab.rows('projection_posts')).toEqual(now);
    });
  });

  async function verdicts(): Promise<string[]> {
    const findings = await checkTallies(lab.store, lab.pool, lab.projectors());
    return findings.map(({ verdict }) => verdict);
  }

  describe('and the tallies', () => {
    it('agree with the log, live and rebuilt', async () => {
      await levelAndStopped(await tellTasks(5));
      expect(await verdicts()).toEqual(names().map(() => 'complete'));
      await rebuildProjection({ ...lab, projector: projectorOf('timers'), batch: 9 });
      expect(await verdicts()).toEqual(names().map(() => 'complete'));
    });

    it.each([
      ['an event left out', `update projection.checkpoint set applied = applied - 1 where name = 'tasks'`],
      ['events in another order', `update projection.checkpoint set digest = repeat('0', 64) where name = 'tasks'`],
      ['a checkpoint that was moved', `update projection.checkpoint set position = position - 1 where name = 'tasks'`],
    ])('show %s', async (_what, damage) => {
      await levelAndStopped(await tellTasks(2));
      await lab.pool.query(damage);
      const findings = await checkTallies(lab.store, lab.pool, lab.projectors());
      expect(findings.filter(({ verdict }) => verdict !== 'complete')).toMatchObject([
        { checkpoint: { name: 'tasks' }, verdict: 'different' },
      ]);
    });
  });
});
