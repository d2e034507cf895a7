import { z } from 'zod';
import { withoutPrivateData } from '../shared/private-data';
import { contentHashSchema, lineSchema } from '../shared/schema';
import { DEFAULT_LEDGER_KIND } from './ledger-kinds';

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

/** What every practice ledger (练习台账) has in common; its numbers follow from its owner ({@link practiceNumbers}). */
export const PRACTICE_LEDGER = { name: '练习台账', region: 'CN', kind: DEFAULT_LEDGER_KIND } as const;

/** At most this many tasks come in one import: an import is one event, and an event is bounded. */
export const MAX_TASKS_PER_IMPORT = 300;
