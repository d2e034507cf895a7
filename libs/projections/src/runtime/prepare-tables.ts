import { type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { type Checkpoint, readCheckpoints, recordStop } from './checkpoint';
import { installProjection } from './install-projection';
import { newerVersion } from './projection-error';
import { type Projector } from './projector';
import { rebuildProjection } from './rebuild-projection';

/** What preparing tables works with. */
interface PrepareOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  /** Gives up a rebuild. */
  readonly signal: AbortSignal;
  /** Called before the tables are rebuilt, since that takes its time. */
  readonly onRebuild: () => void;
}

/**
 * Brings the live tables of a projection to the version of its projector: makes them, or rebuilds those of an earlier version.
 * @returns their checkpoint; what it says of a former standstill is over
 * @throws ProjectionStopped PROJECTION.NEWER_VERSION
 */
export async function prepareTables(projector: Projector, options: PrepareOptions): Promise<Checkpoint> {
  const { pool, store, signal } = options;
  const { name, version } = projector;
  let checkpoint = (await readCheckpoints(pool)).get(name) ?? (await installProjection(pool, projector));
  if (checkpoint.version < version) {
    options.onRebuild();
    await rebuildProjection({ pool, store, projector, signal, onlyIfOutdated: true });
    checkpoint = (await readCheckpoints(pool)).get(name) ?? checkpoint;
  }
  if (checkpoint.version > version) throw newerVersion(name);
  if (checkpoint.stopped) await recordStop(pool, checkpoint, null);
  return checkpoint;
}
