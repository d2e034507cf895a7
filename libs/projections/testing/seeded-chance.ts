/** The part of the harness's repeatable chance that is needed here; it is passed in. */
export interface SeededChance {
  pick<T>(items: readonly T[]): T;
}
