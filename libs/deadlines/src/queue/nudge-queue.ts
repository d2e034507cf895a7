import { type Nudge } from './nudge';

/** What is done when a nudge arrives, at least once and perhaps early. */
export type NudgeHandler = (nudge: Nudge) => Promise<void>;

/**
 * Where nudges wait for their minute. It may lose all of them at any time: whoever fills it fills it again, and nothing is
 * kept here that cannot be found in the timers.
 */
export interface NudgeQueue {
  /**
   * Adds nudges that are not waiting already. Never longer than the queue's time-out, never from within a request.
   * @param now the moment by which the delays are reckoned
   * @throws `DEADLINES.QUEUE_SILENT`; `DEADLINES.REDIS_EVICTS`; what the queue's driver throws
   */
  add(nudges: readonly Nudge[], now: Date): Promise<void>;
  /** Starts a worker in this process. */
  work(handler: NudgeHandler): void;
  /**
   * Sends a canary job and waits until some worker has done it.
   * @returns milliseconds of the round trip
   * @throws like `add`, if no worker was there in time
   */
  canary(limit: number): Promise<number>;
  /** Takes no more jobs and waits for those under way. */
  stopWorking(): Promise<void>;
  /** Ends the queue's connections; after `stopWorking`. */
  close(): Promise<void>;
}
