import { rebuildProjection } from '#projections';
import { type Foundation, projectorsOn } from '#runtime';
import { note } from '../output';

/**
 * Fills every projection from the log and leaves the database as it stands after a quiet night; else its cleaning up would be
 * measured.
 */
export async function buildTables({ store, pool }: Foundation): Promise<void> {
  note('建立各表…');
  for (const projector of projectorsOn(store, pool)) await rebuildProjection({ store, pool, projector });
  await pool.query('vacuum (analyze)');
}
