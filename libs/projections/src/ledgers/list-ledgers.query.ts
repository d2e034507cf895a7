import { sql } from 'kysely';
import { z } from 'zod';
import { type LedgerList, ledgerListSchema, listLedgersParameters, taskStatusSchema } from '#contracts';
import { ledgerKindSchema } from '#domain';
import { defineQuery } from '../queries/define-query';
import { asOf } from '../queries/read-models';
import { allOf, ledgerInSight } from '../queries/sight-filter';
import { tallyFigures, type TallyFigure } from '../tasks/tally-figures';
import { importColumns, storedImportSchema, toProgress } from './import-rows';

type Ledger = LedgerList['ledgers'][number];

interface StoredLedger {
  readonly ledger_id: string;
  readonly name: string;
  readonly code: string;
  readonly closing_prefix: string;
  readonly region: string;
  readonly kind: string;
  readonly practice: boolean;
  readonly created_at: Date;
}

const imports = z.array(storedImportSchema);

/** The ledgers with their figures, of the same moment as the tasks' rows. */
export const listLedgers = defineQuery({
  operation: 'ledger.list',
  path: 'ledgers',
  summary: '台账及各状态任务数、导入进度',
  parameters: listLedgersParameters,
  answer: ledgerListSchema,
  reads: ['ledgers', 'tasks'],
  handle(models, { ledgerId }, context) {
    return models.snapshot(async (at) => {
      const one = ledgerId === undefined ? [] : [sql`l.ledger_id = ${ledgerId}::uuid`];
      const { rows } = await sql<StoredLedger>`
        select l.ledger_id, l.name, l.code, l.closing_prefix, l.region, l.kind, l.practice, l.created_at
        from projection_ledgers.ledger l
        where ${allOf([ledgerInSight(context.sights, sql`l.ledger_id`), ...one])}
        order by l.created_at, l.ledger_id`.execute(at);
      const ids = rows.map((row) => row.ledger_id);
      const figures = await tallyFigures(at, ids, ['status'], context);
      const stored = await sql`
        select ${importColumns} from projection_ledgers.import i where i.ledger_id = any(${ids}::uuid[])
        order by i.first_serial`.execute(at);
      const progress = imports.parse(stored.rows);
      return {
        position: await asOf(at, 'tasks'),
        ledgers: rows.map((row) => ({
          ...toLedger(
            row,
            figures.filter(({ ledgerId: of }) => of === row.ledger_id),
          ),
          imports: progress.filter((each) => each.ledger_id === row.ledger_id).map(toProgress),
        })),
      };
    });
  },
});

function toLedger(row: StoredLedger, figures: readonly TallyFigure[]): Omit<Ledger, 'imports'> {
  const sum = (key: 'total' | 'near' | 'late'): number => figures.reduce((total, figure) => total + figure[key], 0);
  return {
    ledgerId: row.ledger_id,
    name: row.name,
    code: row.code,
    closingPrefix: row.closing_prefix,
    region: row.region,
    kind: ledgerKindSchema.parse(row.kind),
    practice: row.practice,
    createdAt: row.created_at.toISOString(),
    total: sum('total'),
    counts: Object.fromEntries(figures.map(({ item, total }) => [taskStatusSchema.parse(item), total])),
    near: sum('near'),
    late: sum('late'),
  };
}
