/** What can be measured, a part at a time. Apart from how, so that naming them loads nothing. */
export const BENCH_PARTS = ['engine', 'http', 'kurrent', 'ledger', 'log', 'timers'] as const;

export type BenchPart = (typeof BENCH_PARTS)[number];
