import { randomUUID } from 'node:crypto';
import { CONTINUITY, olderLog } from '#event-store';
import { createTestDatabase, eventually, seededRandom } from '#testing';
import { interleave, LogWriter, openProjectionLab, type ProjectionLab, randomHistory } from '../../testing';
import { checkTallies } from './check-tallies';
import { readCheckpoints } from './checkpoint';
import { type ProjectionRunner } from './projection-runner';
import { rebuildProjection } from './rebuild-projection';

const SEED = Number(process.env['TAIZHANG_SEED'] ?? 20_250_303);

/** The log is restored from an older copy while the projectors run. */
describe(`projectors under which the log becomes an older one (seed ${SEED})`, () => {
  let lab: ProjectionLab;
  let runner: ProjectionRunner;
  const names = () => lab.projectors().map(({ name }) => name);

  beforeEach(async () => {
    lab = await openProjectionLab(createTestDatabase);
    runner = await lab.run();
  });
  afterEach(() => lab.close());

  /** Writes the stories of tasks so far, then so many more events of each. @returns the position between them, and the end */
  async function tell(tasks: number): Promise<{ readonly copied: string; readonly lost: string }> {
    const chance = seededRandom(SEED);
    const histories = Array.from({ length: tasks }, (_, index) => randomHistory(chance, index + 1, 14));
    const events = interleave(histories, chance);
    const half = Math.floor(events.length / 2);
    let copied = '';
    let lost = '';
    for (const [index, { stream, event }] of events.entries()) {
      lost = await lab.writer.write(stream, event);
      if (index === half) copied = lost;
    }
    await runner.waitFor(names(), lost, { timeoutMs: 20_000 });
    return { copied, lost };
  }

  /** What `taizhang rebuild` does, in a process of its own. */
  async function rebuildAll(): Promise<void> {
    const store = lab.another();
    for (const projector of lab.projectors()) await rebuildProjection({ pool: lab.pool, store, projector });
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

  /** Another process writes, which has read nothing of the log. */
  const written = () => new LogWriter(lab.another()).write(`account-${randomUUID()}`, granted());

  async function areThoseOfTheLog(position: string): Promise<void> {
    await runner.waitFor(names(), position, { timeoutMs: 20_000 });
    const findings = await checkTallies(lab.another(), lab.pool, lab.projectors());
    expect(findings.map(({ verdict }) => verdict)).toEqual(names().map(() => 'complete'));
    const live = await Promise.all(names().map((name) => lab.rows(`projection_${name}`)));
    await rebuildAll();
    expect(await Promise.all(names().map((name) => lab.rows(`projection_${name}`)))).toEqual(live);
  }

  it('apply nothing until the tables are those of the log, then go on by themselves', async () => {
    const { copied, lost } = await tell(6);
    await lab.endLogAt(copied);
    lab.store.writing.stop(CONTINUITY, olderLog());
    await eventually(() => {
      for (const { phase } of runner.lag()) expect(phase).toBe('waiting');
    });
    expect(runner.health().healthy).toBe(true);
    // As far as before, and further.
    let position = '';
    do position = await written();
    while (BigInt(position) <= BigInt(lost));
    const before = await readCheckpoints(lab.pool);
    for (const { place } of before.values()) expect(place?.position).toBe(lost);
    await rebuildAll();
    lab.store.writing.clear(CONTINUITY);
    await areThoseOfTheLog(await written());
  });

  it('go on with what comes, where the tables were made anew before anybody noticed', async () => {
    const { copied } = await tell(6);
    await lab.endLogAt(copied);
    await rebuildAll();
    const position = await written();
    lab.store.writing.stop(CONTINUITY, olderLog());
    lab.store.writing.clear(CONTINUITY);
    await areThoseOfTheLog(position);
    await areThoseOfTheLog(await written());
  });

  it('go on where they were when the whole log is back', async () => {
    await tell(3);
    lab.store.writing.stop(CONTINUITY, olderLog());
    await eventually(() => {
      for (const { phase } of runner.lag()) expect(phase).toBe('waiting');
    });
    lab.store.writing.clear(CONTINUITY);
    await areThoseOfTheLog(await written());
  });

  it('wait from the start on, and end when they are told to', async () => {
    const { lost } = await tell(1);
    await runner.stop();
    lab.store.writing.stop(CONTINUITY, olderLog());
    const other = await lab.run();
    await eventually(() => {
      for (const { phase } of other.lag()) expect(phase).toBe('waiting');
    });
    await other.stop();
    expect((await readCheckpoints(lab.pool)).get('tasks')?.place?.position).toBe(lost);
  });

  it('tell whoever keeps something of their rows', async () => {
    let told = 0;
    const end = runner.onNewPast(() => (told += 1));
    lab.store.writing.stop(CONTINUITY, olderLog());
    lab.store.writing.clear(CONTINUITY);
    end();
    lab.store.writing.stop(CONTINUITY, olderLog());
    lab.store.writing.clear(CONTINUITY);
    expect(told).toBe(1);
  });
});
