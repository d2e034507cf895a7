import { AsyncLocalStorage } from 'node:async_hooks';

/** What ties together everything that follows from one request. */
export interface Correlation {
  readonly correlationId: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/** Runs `run` and all that it awaits under a correlation; log lines then carry its id. */
export function withCorrelation<T>(correlation: Correlation, run: () => T): T {
  return storage.run(correlation, run);
}

/** The id of the request being served, if there is one. */
export function currentCorrelationId(): string | undefined {
  return storage.getStore()?.correlationId;
}
