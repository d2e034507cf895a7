import { randomUUID } from 'node:crypto';
import {
  AGGREGATES,
  compileCalendar,
  DEFAULT_POLICY,
  isEventOf,
  readEvent,
  type TaskState,
  taskStateSchema,
  timersOfTask,
} from '#domain';
import { createTestDatabase, eventually, seededRandom } from '#testing';
import { SAMPLE_CALENDAR, taskIn } from '../../../domain/testing';
import { interleave, openProjectionLab, type ProjectionLab, randomHistory } from '../../testing';
import { liveSchema, type Projector } from './projector';
import { checkTallies } from './check-tallies';
import { readCheckpoints } from './checkpoint';
import { rebuildProjection, type RebuildProgress } from './rebuild-projection';

const SEED = Number(process.env.SEED ?? 20_250_303);

describe(`projection runtime (seed ${SEED})`, () => {
  let lab: ProjectionLab;

  beforeEach(async () => {
    lab = await openProjectionLab(createTestDatabase);
  });
  afterEach(() => lab.close());

  async function tellRandomTasks(tasks: number, chance = seededRandom(SEED)): Promise<string> {
    const histories = Array.from({ length: tasks }, (_, index) => randomHistory(chance, index + 1, 14));
    let position = '0';
    for (const { stream, event } of interleave(histories, chance)) position = await lab.writer.write(stream, event);
    return position;
  }

  async function freshStates(): Promise<Map<string, TaskState>> {
    const streams = new Set((await lab.store.readAll(null, 10_000)).map(({ stream }) => stream));
    const states = new Map<string, TaskState>();
    for (const stream of streams) {
      const events = (await lab.store.readStream(stream)).map(readEvent).filter((event) => isEventOf('task', event));
      const state = AGGREGATES.task.fold(events);
      if (state) states.set(stream.replace('task-', ''), state);
    }
    return states;
  }

  it('keeps rows equal to a fresh fold of the log, and timers equal to the plan', async () => {
    const runner = await lab.run();
    const position = await tellRandomTasks(12);
    await runner.waitFor(['tasks', 'timers'], position, { timeoutMs: 20_000 });

    const states = await freshStates();
    const { task: rows = [] } = await lab.rows('projection_tasks');
    expect(rows).toHaveLength(states.size);
    const stored = await lab.pool.query<{ task_id: string; state: unknown; status: string }>(
      'select task_id, state, status from projection_tasks.task',
    );
    for (const row of stored.rows) {
      expect(JSON.parse(JSON.stringify(taskStateSchema.parse(row.state)))).toEqual(
        JSON.parse(JSON.stringify(states.get(row.task_id))),
      );
      expect(row.status).toBe(states.get(row.task_id)?.status);
    }

    const calendar = compileCalendar(SAMPLE_CALENDAR);
    const planned = [...states].flatMap(([taskId, state]) => timersOfTask(taskId, state, calendar, DEFAULT_POLICY));
    const timers = await lab.pool.query<{ timer_id: string; fire_at: Date }>(
      'select timer_id, fire_at from projection_timers.timer',
    );
    const found = timers.rows.map((row) => `${row.timer_id} ${row.fire_at.toISOString()}`).sort();
    expect(found).toEqual(planned.map(({ timerId, fireAt }) => `${timerId} ${fireAt}`).sort());
    expect(found.length).toBeGreaterThan(0);
  });

  it('goes on after a restart without applying anything twice', async () => {
    const first = await lab.run();
    await first.waitFor(['tasks', 'timers'], await tellRandomTasks(4), { timeoutMs: 20_000 });
    await first.stop();
    const position = await tellRandomTasks(4, seededRandom(SEED + 1));
    const second = await lab.run();
    await second.waitFor(['tasks', 'timers'], position, { timeoutMs: 20_000 });
    await expectEqualToRebuilt();
  });

  it('applies each event once when two processes run the same projectors', async () => {
    const [one, two] = [await lab.run(counting()), await lab.run(counting())];
    for (let index = 0; index < 60; index += 1) await lab.writer.write(`account-${randomUUID()}`, granted());
    const position = await lab.writer.write(`account-${randomUUID()}`, granted());
    await Promise.all([one, two].map((runner) => runner.waitFor(['counter'], position, { timeoutMs: 20_000 })));
    const { count } = await lab.rows('projection_counter');
    expect(count).toEqual([{ id: 1, seen: 61 }]);
  });

  describe('after a crash of the database that lost the last commits', () => {
    async function counted(): Promise<void> {
      const runner = await lab.run(counting());
      const position = await lab.writer.write(`account-${randomUUID()}`, granted());
      await runner.waitFor(['counter'], position, { timeoutMs: 20_000 });
      // The tables as they were before that commit, under a program that has seen it.
      await lab.pool.query('update projection_counter.count set seen = 0');
      await lab.pool.query(`update projection.checkpoint
        set position = null, hash = null, applied = 0, digest = '' where name = 'counter'`);
    }

    async function expectComplete(): Promise<void> {
      await eventually(async () => expect((await lab.rows('projection_counter')).count).toEqual([{ id: 1, seen: 1 }]));
      await eventually(async () =>
        expect(await checkTallies(lab.store, lab.pool, counting())).toMatchObject([{ verdict: 'complete' }]),
      );
    }

    it('applies the lost event again, and does not pass over it with later events that concern others', async () => {
      await counted();
      await lab.writer.tell(`task-${randomUUID()}`, ...taskIn('assigned').history);
      await expectComplete();
    });

    it('applies the lost event again though nothing more happens', async () => {
      await counted();
      await expectComplete();
    });
  });

  it('stops only the projector that cannot apply an event, says so, and goes on after a rebuild', async () => {
    const runner = await lab.run([...lab.projectors(), ...counting()]);
    const before = await lab.writer.tell(`task-${randomUUID()}`, ...taskIn('assigned').history);
    await lab.writer.write('account-11111111-1111-4111-8111-111111111111', {
      type: 'post.granted',
      data: { poison: true },
    });
    const after = await lab.writer.tell(`task-${randomUUID()}`, ...taskIn('assigned').history);

    await runner.waitFor(['tasks', 'timers', 'units'], after, { timeoutMs: 20_000 });
    await expect(runner.waitFor(['posts'], after, { timeoutMs: 20_000 })).rejects.toMatchObject({
      code: 'PROJECTION.STOPPED',
    });
    await eventually(() => expect(runner.health().healthy).toBe(false));
    expect(runner.health().details).toMatchObject({
      posts: {
        phase: 'stopped',
        code: 'PROJECTION.EVENT_NOT_APPLIED',
        event: 'post.granted account-11111111-1111-4111-8111-111111111111@0',
        position: before,
      },
      tasks: { phase: 'running' },
    });

    const mended: Projector = { ...counting()[0]!, categories: new Set(['unit']) };
    await rebuildProjection({ store: lab.store, pool: lab.pool, projector: mended });
    expect((await readCheckpoints(lab.pool)).get('counter')).toMatchObject({ stopped: null, generation: 2 });
  });

  it('names the event that an applier throws at, with everything before it applied', async () => {
    const [counter] = counting();
    const choosy: Projector = {
      ...counter!,
      open: (target) => {
        const applier = counter!.open(target);
        return {
          take: async (entries, client) => {
            await applier.take(entries, client);
            if (entries.some(({ revision }) => revision === 1)) throw new Error('not this one');
          },
        };
      },
    };
    const stream = `account-${randomUUID()}`;
    for (let index = 0; index < 5; index += 1) await lab.writer.write(`account-${randomUUID()}`, granted());
    await lab.writer.write(stream, granted());
    const revocation = { postId: randomUUID(), unitId: randomUUID(), role: 'reporter', ledgerId: null, reason: '调离' };
    await lab.writer.write(stream, { type: 'post.revoked', data: revocation });
    const runner = await lab.run([choosy]);
    await eventually(() =>
      expect(runner.health().details).toMatchObject({ counter: { event: `post.revoked ${stream}@1` } }),
    );
    expect((await lab.rows('projection_counter')).count).toEqual([{ id: 1, seen: 6 }]);
  });

  it('rebuilds beside the live tables while events go on, to the same rows', async () => {
    const runner = await lab.run();
    await tellRandomTasks(6);
    const progress: RebuildProgress[] = [];
    const telling = tellRandomTasks(6, seededRandom(SEED + 7));
    for (const projector of lab.projectors()) {
      await rebuildProjection({ ...lab, projector, onProgress: (each) => progress.push(each) });
    }
    const position = await telling;
    const names = lab.projectors().map(({ name }) => name);
    await runner.waitFor(names, position, { timeoutMs: 20_000 });
    expect(progress.filter(({ phase }) => phase === 'done').map(({ name }) => name)).toEqual(names);
    // Something new after the switch goes into the new tables.
    const last = await lab.writer.tell(`task-${randomUUID()}`, ...taskIn('underway').history);
    await runner.waitFor(names, last, { timeoutMs: 20_000 });
    await expectEqualToRebuilt();
  });

  it('rebuilds at the start what an older version has made, and stands back from what a newer one has', async () => {
    const [counter] = counting();
    const position = await lab.writer.write(`account-${randomUUID()}`, granted());
    const first = await lab.run([counter!]);
    await first.waitFor(['counter'], position, { timeoutMs: 20_000 });
    await first.stop();
    const newer = { ...counter!, version: 2 };
    const second = await lab.run([newer]);
    await eventually(async () =>
      expect((await readCheckpoints(lab.pool)).get('counter')).toMatchObject({
        version: 2,
        generation: 2,
        place: { position },
      }),
    );
    await eventually(() => expect(second.health().healthy).toBe(true));
    const old = await lab.run([counter!]);
    await eventually(() =>
      expect(old.health().details).toMatchObject({ counter: { code: 'PROJECTION.NEWER_VERSION' } }),
    );
    expect((await readCheckpoints(lab.pool)).get('counter')?.stopped).toBeNull();
  });

  it('waits for a position that another process reaches, and gives up in time', async () => {
    const runner = await lab.run();
    const waiter = await lab.run([]);
    const position = await lab.writer.write(`account-${randomUUID()}`, granted());
    await waiter.waitFor(['posts', 'tasks'], position, { timeoutMs: 20_000 });
    await runner.waitFor(['posts'], position);
    await expect(waiter.waitFor(['posts'], '9000000', { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'PROJECTION.BEHIND',
    });
    await expect(waiter.waitFor(['posts'], '9000000', { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  async function expectEqualToRebuilt(): Promise<void> {
    for (const projector of lab.projectors()) {
      const live = await lab.rows(liveSchema(projector.name));
      await rebuildProjection({ ...lab, projector });
      expect(await lab.rows(liveSchema(projector.name))).toEqual(live);
    }
  }
});

function granted(): { type: string; data: object } {
  return {
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
  };
}

/** A projector whose only row shows what is applied twice. */
function counting(): Projector[] {
  return [
    {
      name: 'counter',
      version: 1,
      categories: new Set(['account']),
      tables: (schema) => `create table ${schema}.count (id int primary key, seen int not null);
        insert into ${schema}.count values (1, 0);`,
      indexes: () => '',
      open: ({ schema }) => ({
        take: async (entries, client) => {
          await client.query(`update ${schema}.count set seen = seen + $1`, [entries.length]);
        },
      }),
    },
  ];
}
