import { EVIDENCE_MIGRATIONS, REACTION_MIGRATIONS } from '#engine';
import { LOG_MIGRATIONS } from '#event-store';
import { IDENTITY_MIGRATIONS } from '#identity';
import { createPool, type Logger, migrate, type OpenDatabase } from '#platform';
import { PROJECTION_MIGRATIONS } from '#projections';
import { refusePreviewTables } from './preview-data';
import { RESTORE_MIGRATIONS } from './restore-marker';

/** Any constant: the advisory lock under which schemas are migrated. */
const MIGRATION_LOCK = 7_230_001;

/**
 * Brings the schemas of every room up to date. The log's tables belong to the owner's role; all others to the program's role,
 * which also makes and renames the tables of projections.
 * @throws TaizhangError DATA.OLD for the tables of 0.1; what `migrate` throws, such as for the data of a newer program
 */
export async function migrateSchemas({ ownerUrl, appUrl, appRole }: OpenDatabase, logger: Logger): Promise<void> {
  const ofTheProgram = [
    ...IDENTITY_MIGRATIONS,
    ...EVIDENCE_MIGRATIONS,
    ...REACTION_MIGRATIONS,
    ...PROJECTION_MIGRATIONS,
    ...RESTORE_MIGRATIONS,
  ];
  const sets = [
    { url: ownerUrl, migrations: LOG_MIGRATIONS },
    { url: appUrl, migrations: ofTheProgram },
  ];
  for (const { url, migrations } of sets) {
    const pool = createPool(url, { max: 1, applicationName: 'taizhang-migrations', logger });
    try {
      await refusePreviewTables(pool);
      await migrate(pool, migrations, { lockKey: MIGRATION_LOCK, appRole });
    } finally {
      await pool.end();
    }
  }
}
