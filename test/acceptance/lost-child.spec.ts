import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvent } from '#domain';
import { draftTaskId, ReactionRunner } from '#engine';
import { type StoredEvent } from '#event-store';
import { ControlledClock } from '#platform';
import { eventually } from '#testing';
import { type Foundation } from '#runtime';
import { checkBackup } from '../../apps/cli/src/backup/read-backup';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup';
import { writeBackup } from '../../apps/cli/src/backup/write-backup';
import { tellRestored } from '../../apps/cli/src/commands/restore';
import { said } from '../../apps/cli/testing/said';
import { draftContent, LEDGER_ID, PEOPLE, TASK_ID, UNITS } from '../../libs/domain/testing';
import { EngineLab, TO_UNDERWAY } from '../../libs/engine/testing';
import { AlteredEventStore } from '../../libs/event-store/testing/altered-event-store';
import { layTestFoundation } from '../support/test-house';

const NOW = new Date('2025-03-03T02:30:00.000Z');
const PASSPHRASE = '云岭-备份-口令-2026';
const PARENT = `task-${TASK_ID}`;
const SOURCE = { kind: 'document', title: '意见', documentNumber: null, year: 2025, contentHash: null };

/** A task that was split to three units; the stream of its first child is broken, and that of a task of an import. */
describe('a child that a restore leaves out', () => {
  let source: Foundation;
  let folder: string;
  let children: readonly string[];
  let imported: string;
  const places: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    source = await aPlace();
    folder = await mkdtemp(join(tmpdir(), 'taizhang-lost-'));
    await whileRunning(source, async (lab) => {
      await lab.furnish();
      await lab.through(TASK_ID, ...TO_UNDERWAY);
      const units = [UNITS.health, UNITS.finance, UNITS.office].map((unitId) => ({ leadUnitIds: [unitId] }));
      await lab.does('task.split', TASK_ID, {
        by: 'units',
        children: units,
        rule: { progress: 'all', indicators: [] },
      });
      await lab.does('ledger.import', LEDGER_ID, { source: SOURCE, tasks: [draftContent(), draftContent()] });
      const completed = (event: StoredEvent) => event.type === 'ledger.import-completed';
      await eventually(async () => expect((await lab.log()).some(completed)).toBe(true));
      const log = await lab.log();
      for (const event of log.map(readEvent)) {
        if (event.type === 'task.split') children = event.data.children.map(({ taskId }) => `task-${taskId}`);
        if (event.type === 'ledger.import-started') imported = `task-${draftTaskId(event.data.importId, 0)}`;
      }
    });
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

  /** Backs the source up with these streams broken. @returns the file */
  async function backup(...streams: readonly string[]): Promise<string> {
    const file = join(folder, `${streams.join('+').length}-${places.length}.backup`);
    const damaged = streams.map(
      (stream) => ({ stream, damage: 'foreign', revision: 1, message: '不是本系统写入的。' }) as const,
    );
    await writeBackup({ ...source, store: new AlteredEventStore(source.store, { damaged }) }, file, PASSPHRASE);
    return file;
  }

  async function restored(...without: readonly string[]) {
    const place = await aPlace(true);
    const checked = await checkBackup(await backup(...without), PASSPHRASE, { without });
    const begun = await restoreBackup(place, checked);
    return { place, checked, begun };
  }

  it('begins anew as it was split, while the others stay as they are, and the person is told', async () => {
    const [lost = '', ...others] = children;
    const { place, checked, begun } = await restored(lost);
    expect(begun).toEqual([lost]);
    const again = await place.store.readStream(lost);
    expect(again.map(({ type }) => type)).toEqual(['task.drafted', 'task.confirmed', 'task.hung', 'task.assigned']);
    const before = await source.store.readStream(lost);
    expect(again.map(({ data }) => data)).toEqual(before.map(({ data }) => data));
    for (const stream of others) {
      expect(await place.store.readStream(stream)).toHaveLength((await source.store.readStream(stream)).length);
    }
    const { lines } = await said(async () => tellRestored(checked, begun));
    expect(lines.at(-1)).toContain(`重新交办：${lost}`);
  });

  it('is there once when the restore was cut off after it had begun', async () => {
    const [lost = ''] = children;
    const place = await aPlace(true);
    const checked = await checkBackup(await backup(lost), PASSPHRASE, { without: [lost] });
    const cut = restoreBackup(place, checked, () => {
      throw new Error('the power is gone');
    });
    await expect(cut).rejects.toThrow('the power is gone');
    const { rows } = await place.pool.query<{ mark: string }>('select file_digest as mark from restore.under_way');
    await restoreBackup(place, checked);
    const whole = await place.store.readAll(null, 1_000);
    // As it stands when the power goes just before the restore is finished.
    await place.pool.query('insert into restore.under_way (file_digest) values ($1)', [rows[0]?.mark]);
    expect(await restoreBackup(place, checked)).toEqual([lost]);
    expect(await place.store.readAll(null, 1_000)).toEqual(whole);
  });

  it('keeps its parent from no end: that ends after it, as after the others', async () => {
    const { place } = await restored(children[0] ?? '');
    await whileRunning(place, async (lab) => {
      await expect(lab.usually('task.terminate', TASK_ID)).rejects.toMatchObject({ code: 'TASK.CHILDREN_OPEN' });
      for (const stream of children) await lab.does('task.void', stream.slice('task-'.length), { reason: '误录' });
      await eventually(async () =>
        expect((await lab.typesIn(PARENT)).filter((type) => type === 'child.ended')).toHaveLength(3),
      );
      await lab.usually('task.terminate', TASK_ID);
    });
  });

  it('is the only thing that is made: a task of an import stays left out, and nothing is there twice', async () => {
    const [lost = ''] = children;
    const { place } = await restored(lost, imported);
    const before = await place.store.readAll(null, 1_000);
    await whileRunning(place, async (lab) => {
      // Whatever follows from what is in the log follows before a later event is answered.
      await lab.does('task.void', (children[1] ?? '').slice('task-'.length), { reason: '误录' });
      await eventually(async () => expect(await lab.typesIn(PARENT)).toContain('child.ended'));
      expect((await place.store.readAll(null, 1_000)).slice(before.length).map(({ type }) => type)).toEqual([
        'task.voided',
        'child.ended',
      ]);
      expect(await place.store.readStream(imported)).toEqual([]);
    });
  });

  it('does not begin anew where it had ended: its parent waits for it no more', async () => {
    const [lost = ''] = children;
    await whileRunning(source, async (lab) => {
      await lab.does('task.void', lost.slice('task-'.length), { reason: '误录' }, { by: PEOPLE.clerk });
      await eventually(async () => expect(await lab.typesIn(PARENT)).toContain('child.ended'));
    });
    const { place, begun } = await restored(lost);
    expect(begun).toEqual([]);
    expect(await place.store.readStream(lost)).toEqual([]);
  });
});

/** Does something with an engine whose reactions run. */
async function whileRunning({ store, pool }: Foundation, work: (lab: EngineLab) => Promise<void>): Promise<void> {
  // Its commands are others than those of the engine before.
  const lab = await EngineLab.open({ store, pool }, randomUUID());
  const reactions = lab.module.get(ReactionRunner);
  reactions.start();
  try {
    await work(lab);
  } finally {
    await reactions.stop();
    await lab.close();
  }
}
