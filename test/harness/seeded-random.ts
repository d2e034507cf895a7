import { type Chance, seededChance } from '../../apps/cli/src/chance';

/** Repeatable chance that knows its seed: the same seed gives the same numbers on every machine. */
export interface SeededRandom extends Pick<Chance, 'next' | 'integer' | 'pick'> {
  readonly seed: number;
  /** A new array in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** Print the seed with a failure. */
export function seededRandom(seed: number): SeededRandom {
  const { next, integer, pick } = seededChance(seed);
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((left, right) => left.order - right.order)
      .map(({ item }) => item);
  return { seed, next, integer, pick, shuffle };
}
