/** The columns of the ledger as people know it, in their order. */
export const COLUMN_KEYS = [
  'serial',
  'number',
  'title',
  'ledger',
  'section',
  'lead',
  'support',
  'due',
  'indicators',
  'progress',
  'recorded',
  'lamp',
  'status',
  'next',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
