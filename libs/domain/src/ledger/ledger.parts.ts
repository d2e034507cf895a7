import { z } from 'zod';
import { withoutPrivateData } from '../shared/private-data';
import { contentHashSchema, lineSchema } from '../shared/schema';

/** The document (or the hand, with `kind` manual) that an import comes from. */
export const importSourceSchema = z.strictObject({
  kind: z.enum(['document', 'manual']),
  title: lineSchema(300),
  documentNumber: lineSchema(100).nullable(),
  /** The year that a bare 年底 was read in. */
  year: z.int().min(1949).max(2200).nullable(),
  contentHash: contentHashSchema.nullable(),
});

/** The source as it comes in: its title and number name no private numbers. */
export const importSourceInput = withoutPrivateData(importSourceSchema, ({ title, documentNumber }) => ({
  title,
  documentNumber,
}));

/** Letters and digits before the number of every task in a ledger, such as YL2021. */
export const ledgerCodeSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/u);

/** What a closing number begins with, before the year in brackets, such as 云医改销. */
export const closingPrefixSchema = lineSchema(20).regex(/^[\p{Script=Han}A-Za-z0-9]+$/u);

/** How every practice ledger (练习台账) is called. Its numbers are its own, so it may share them with others of its kind. */
export const PRACTICE_LEDGER = { name: '练习台账', code: 'LX', closingPrefix: '练习销', region: 'CN' } as const;

/** At most this many tasks come in one import: an import is one event, and an event is bounded. */
export const MAX_TASKS_PER_IMPORT = 300;
