import { type Pool } from 'pg';
import { foundInstallation, reactedPlaces } from '#engine';
import { type EventStore, otherLog, unadoptedLog } from '#event-store';
import { type Clock, type Logger } from '#platform';
import { LogContinuity, type LogStanding, projectedPlaces } from '#projections';
import { previewLog } from './preview-data';

/**
 * What a process opens the log for: `writing`, and an empty one is founded; `looking`, and nothing is written to it;
 * `restoring` a backup into an empty place, which brings the first event along.
 */
export type Purpose = 'writing' | 'looking' | 'restoring';

interface Parts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Compares log and tables before anything else is done with them, and from then on while the process writes.
 * @throws TaizhangError DATA.OLD, EventLogError LOG.OTHER, LOG.UNADOPTED (for writing), what database and log throw
 */
export async function openContinuity(parts: Parts, purpose: Purpose): Promise<LogContinuity> {
  const { pool, store, clock, logger } = parts;
  const found = (installationId: string): Promise<void> => foundInstallation(store, clock, installationId);
  const continuity = new LogContinuity({
    pool,
    store,
    logger,
    places: [projectedPlaces(pool), () => reactedPlaces(pool)],
    ...(purpose === 'writing' ? { found } : {}),
  });
  if (purpose === 'restoring') return continuity;
  refuseStrange(await continuity.check(), purpose);
  if (purpose === 'writing') continuity.watch();
  return continuity;
}

/** An older log is not refused: what it and the tables hold may be read. */
function refuseStrange({ kind }: LogStanding, purpose: Purpose): void {
  if (kind === 'nameless') throw previewLog();
  if (kind === 'other') throw otherLog();
  if (kind === 'unadopted' && purpose === 'writing') throw unadoptedLog();
}
