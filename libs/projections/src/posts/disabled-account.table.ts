import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

const column = columnsOf<{ readonly accountId: string; readonly recordedAt: string }>();

/** One row per account that is disabled now: whatever posts it holds, nobody can act by it. */
export const DISABLED_ACCOUNT = table('disabled_account', {
  account_id: column.uuid(({ accountId }) => accountId, { key: true }),
  disabled_at: column.instant(({ recordedAt }) => recordedAt),
});
