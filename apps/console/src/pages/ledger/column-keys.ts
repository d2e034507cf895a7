/** The columns of the ledger in their order: what waits and by when first, so that it is seen without scrolling sideways. */
export const COLUMN_KEYS = [
  'serial',
  'number',
  'title',
  'section',
  'lead',
  'support',
  'due',
  'lamp',
  'status',
  'next',
  'indicators',
  'progress',
  'recorded',
  'ledger',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Hidden until somebody asks for them: a section's name says little in the width that a column has. */
export const HIDDEN_AT_FIRST: readonly ColumnKey[] = ['section'];
