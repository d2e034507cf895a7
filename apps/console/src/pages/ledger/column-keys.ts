/** The columns of the ledger as people know it, in their order. */
export const COLUMN_KEYS = [
  'serial',
  'number',
  'title',
  'section',
  'lead',
  'support',
  'due',
  'indicators',
  'progress',
  'recorded',
  'ledger',
  'lamp',
  'status',
  'next',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
