/** What one run of the bench measured: one flat object, so that runs can be laid side by side. Rates are per second. */
export type Figures = Record<string, number | string>;

/** Runs a job so many at a time for a while. @returns finished jobs per second */
export async function perSecond(
  inFlight: number,
  milliseconds: number,
  job: (index: number) => Promise<unknown>,
): Promise<number> {
  let started = 0;
  const begin = performance.now();
  const end = begin + milliseconds;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) await job(started++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return started / ((performance.now() - begin) / 1_000);
}

/** The value below which so much of a sample lies. `share` from 0 to 1. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A figure as it is printed: whole above a hundred, one decimal below. */
export function rounded(figure: number): number {
  return figure >= 100 ? Math.round(figure) : Math.round(figure * 10) / 10;
}

/** How many times the one is the other, to two decimals. */
export function ratio(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100;
}
