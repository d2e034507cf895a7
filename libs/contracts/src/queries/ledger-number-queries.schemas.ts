import { z } from 'zod';
import { asOfSchema } from './query-parts';

/** A text as it is being typed: whatever it is, it is answered. */
const typed = z.string().max(300).optional();

export const readLedgerNumbersParameters = z.strictObject({
  /** A code that somebody thinks of. */
  code: typed,
  /** A closing prefix that somebody thinks of. */
  closingPrefix: typed,
  /** The number of the document that the ledger is for, such as 芜卫改〔2021〕3号. */
  documentNumber: typed,
  /** That document's title. */
  title: typed,
});
export type ReadLedgerNumbersParameters = z.infer<typeof readLedgerNumbersParameters>;

/** Whose the numbers are that somebody thinks of, and free ones that fit the document. The log alone decides when a ledger is created. */
export const ledgerNumbersSchema = z.strictObject({
  position: asOfSchema,
  /** The names of the ledgers that have them; null for what is free or was not asked for. */
  takenBy: z.strictObject({ code: z.string().nullable(), closingPrefix: z.string().nullable() }),
  /** Free ones that fit document and office; null where neither says enough. */
  suggested: z.strictObject({ code: z.string().nullable(), closingPrefix: z.string().nullable() }),
});
export type LedgerNumbers = z.infer<typeof ledgerNumbersSchema>;
