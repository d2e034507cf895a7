import { setInterval as ticks } from 'node:timers/promises';
import { percentile, rounded } from './figures';

const TICK = 5;

/** One kind of request in a mix: how often it comes, and how it is sent. */
export interface Kind {
  readonly name: string;
  readonly writes: boolean;
  /** Its part of all requests; parts are relative to each other. */
  readonly weight: number;
  /** Sends the n-th one and reads the whole answer. @returns whether it was served */
  readonly send: (index: number) => Promise<boolean>;
}

/** How long the requests of one kind took, in milliseconds, from the moment when each was due. */
export interface Latencies {
  readonly kind: Kind;
  readonly sample: number[];
  /** How many were refused, as a server that is overtaxed does. */
  refused: number;
}

/**
 * Sends a mix at a steady rate, whatever the answers take: a slow server is not given time to catch its breath, and a late
 * answer counts from when its request was due.
 * @param choose a number from 0 up to 1, seeded
 */
export async function steadyMix(
  kinds: readonly Kind[],
  ratePerSecond: number,
  milliseconds: number,
  choose: () => number,
): Promise<Latencies[]> {
  const latencies = kinds.map((kind) => ({ kind, sample: [] as number[], refused: 0 }));
  const underWay: Promise<void>[] = [];
  const begin = performance.now();
  const one = async (index: number): Promise<void> => {
    const due = begin + (index / ratePerSecond) * 1_000;
    const chosen = latencies[pick(kinds, choose())];
    if (!chosen) return;
    if (await chosen.kind.send(index)) chosen.sample.push(performance.now() - due);
    else chosen.refused += 1;
  };
  for await (const _tick of ticks(TICK)) {
    const passed = performance.now() - begin;
    if (passed > milliseconds) break;
    while (underWay.length < (passed / 1_000) * ratePerSecond) underWay.push(one(underWay.length));
  }
  await Promise.all(underWay);
  return latencies;
}

function pick(kinds: readonly Kind[], chance: number): number {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  let left = chance * total;
  return Math.max(
    0,
    kinds.findIndex(({ weight }) => (left -= weight) < 0),
  );
}

/** Percentiles of several kinds together at a rate, as figures with a name in front. */
export function percentilesOf(name: string, rate: number, latencies: readonly Latencies[]): Record<string, number> {
  const sample = latencies.flatMap((each) => each.sample);
  return {
    [`${name}P50MsAt${rate}`]: rounded(percentile(sample, 0.5)),
    [`${name}P95MsAt${rate}`]: rounded(percentile(sample, 0.95)),
    [`${name}P99MsAt${rate}`]: rounded(percentile(sample, 0.99)),
  };
}
