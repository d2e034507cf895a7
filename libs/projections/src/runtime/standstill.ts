import { type Pool } from 'pg';
import { type Clock, pause } from '#platform';
import { type Checkpoint, readCheckpoints, recordStop } from './checkpoint';
import { type ProjectionStopped } from './projection-error';
import { type Projector } from './projector';

/** How often a stopped projector looks whether its tables were rebuilt. */
const LOOK_MILLISECONDS = 1_000;

/** What a standstill works with. */
interface StandstillOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Records why a projector stands still, then waits until somebody has rebuilt its tables, or the signal is aborted.
 * @param known the checkpoint as last known; undefined when the tables were never taken up
 */
export async function standStill(
  { name, version }: Projector,
  reason: ProjectionStopped,
  known: Checkpoint | undefined,
  { pool, clock, signal }: StandstillOptions,
): Promise<void> {
  const stoppedAt = known ?? (await look(pool, name));
  const { code, event, message } = reason;
  // A newer program's record is not ours to mark.
  if (stoppedAt && code !== 'PROJECTION.NEWER_VERSION') {
    const record = { at: clock.now().toISOString(), code, event, message };
    await recordStop(pool, stoppedAt, record).catch(() => undefined);
  }
  while (!signal.aborted) {
    await pause(LOOK_MILLISECONDS, signal);
    const found = await look(pool, name);
    if (found && stoppedAt && found.generation !== stoppedAt.generation && found.version <= version) return;
  }
}

async function look(pool: Pool, name: string): Promise<Checkpoint | undefined> {
  return readCheckpoints(pool).then(
    (all) => all.get(name),
    () => undefined,
  );
}
