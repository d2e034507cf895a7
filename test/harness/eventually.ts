import { poll } from '#platform';

/** Settings of {@link eventually}, in milliseconds. */
export interface EventuallyOptions {
  /** Default 60 s. */
  readonly timeoutMs?: number;
  /** Default 20 ms. */
  readonly intervalMs?: number;
}

/**
 * Repeats `attempt` until it no longer throws and gives what it returned; when the time is up, throws its last error.
 * Put an `expect` inside instead of sleeping.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> {
  const { timeoutMs = 60_000, intervalMs = 20 } = options;
  let last: unknown;
  const done = await poll(
    async () => {
      try {
        return { value: await attempt() };
      } catch (error) {
        last = error;
        return undefined;
      }
    },
    timeoutMs,
    intervalMs,
  );
  if (done === undefined) throw last;
  return done.value;
}
