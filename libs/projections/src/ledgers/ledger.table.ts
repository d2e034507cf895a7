import { type z } from 'zod';
import { type importSourceSchema, type LedgerKind } from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** A ledger as it begins. */
interface NewLedger {
  readonly ledgerId: string;
  readonly name: string;
  readonly code: string;
  readonly closingPrefix: string;
  readonly region: string;
  readonly kind: LedgerKind;
  readonly recordedAt: string;
  readonly position: string;
}

const ledger = columnsOf<NewLedger>();

/** One row per ledger. */
export const LEDGER = table('ledger', {
  ledger_id: ledger.uuid(({ ledgerId }) => ledgerId, { key: true }),
  name: ledger.text(({ name }) => name),
  code: ledger.text(({ code }) => code),
  closing_prefix: ledger.text(({ closingPrefix }) => closingPrefix),
  region: ledger.text(({ region }) => region),
  kind: ledger.text(({ kind }) => kind),
  practice: ledger.boolean(() => false, { comment: 'One person practises in it; nobody else sees it.' }),
  created_at: ledger.instant(({ recordedAt }) => recordedAt),
  position: ledger.bigint(({ position }) => position),
});

/** An import as it begins. */
interface NewImport {
  readonly importId: string;
  readonly ledgerId: string;
  readonly source: z.infer<typeof importSourceSchema>;
  readonly firstSerial: number;
  readonly taskCount: number;
  readonly recordedAt: string;
  readonly position: string;
}

const imported = columnsOf<NewImport>();

/** One row per import of a ledger. */
export const IMPORT = table('import', {
  import_id: imported.uuid(({ importId }) => importId, { key: true }),
  ledger_id: imported.uuid(({ ledgerId }) => ledgerId),
  source: imported.json(({ source }) => source),
  first_serial: imported.integer(({ firstSerial }) => firstSerial),
  task_count: imported.integer(({ taskCount }) => taskCount),
  complete: imported.boolean(() => false),
  started_at: imported.instant(({ recordedAt }) => recordedAt),
  position: imported.bigint(({ position }) => position),
});
