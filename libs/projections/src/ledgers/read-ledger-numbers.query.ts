import { sql } from 'kysely';
import { ledgerNumbersSchema, readLedgerNumbersParameters } from '#contracts';
import { type LedgerNumber, ledgerNumberKey } from '#domain';
import { defineQuery } from '../queries/define-query';
import { type QueryContext } from '../queries/query-context';
import { asOf, type Snapshot } from '../queries/read-models';
import { suggestedNumbers } from './suggested-numbers';

interface StoredNumbers {
  readonly name: string;
  readonly code: string;
  readonly closing_prefix: string;
}

/** Whose codes and closing prefixes are, over the whole installation, and free ones for a new ledger. */
export const readLedgerNumbers = defineQuery({
  operation: 'ledger.numbers',
  path: 'ledger-numbers',
  summary: '任务编号前缀和销号文号前缀由哪本台账使用，及可用的建议',
  parameters: readLedgerNumbersParameters,
  answer: ledgerNumbersSchema,
  reads: ['ledgers', 'units'],
  handle(models, { code = '', closingPrefix = '', documentNumber = '', title = '' }, context) {
    return models.snapshot(async (at) => {
      // Practice ledgers have numbers that none in earnest can have. The rest are few: one a year and office.
      const { rows } = await sql<StoredNumbers>`
        select l.name, l.code, l.closing_prefix from projection_ledgers.ledger l
        where not l.practice order by l.created_at`.execute(at);
      const owners = ownersOf(rows);
      const takenBy = (number: LedgerNumber): string | null => owners.get(keyOf(number)) ?? null;
      const office = await officeOf(at, context);
      const facts = { documentNumber, title, office, year: context.today.slice(0, 4) };
      return {
        position: await asOf(at, 'ledgers'),
        takenBy: {
          code: takenBy({ kind: 'code', number: code }),
          closingPrefix: takenBy({ kind: 'closing-prefix', number: closingPrefix }),
        },
        suggested: suggestedNumbers(facts, (number) => takenBy(number) !== null),
      };
    });
  },
});

function ownersOf(rows: readonly StoredNumbers[]): ReadonlyMap<string, string> {
  const numbers = rows.flatMap(({ name, code, closing_prefix: prefix }) => [
    [keyOf({ kind: 'code', number: code }), name] as const,
    [keyOf({ kind: 'closing-prefix', number: prefix }), name] as const,
  ]);
  return new Map(numbers);
}

function keyOf({ kind, number }: LedgerNumber): string {
  return `${kind} ${ledgerNumberKey(number)}`;
}

/** The unit under whose post the asking clerk would create the ledger. */
async function officeOf(at: Snapshot, { actor }: QueryContext): Promise<string> {
  const post = actor.posts.find(({ role, ledgerId }) => role === 'supervision-clerk' && ledgerId === null);
  if (!post) return '';
  const { rows } = await sql<{ readonly name: string }>`
    select u.name from projection_units.unit u where u.unit_id = ${post.unitId}::uuid`.execute(at);
  return rows[0]?.name ?? '';
}
