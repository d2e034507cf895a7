/**
 * Runs jobs of the same key one after another and jobs of different keys side by side. Commands to one stream queue here
 * instead of conflicting in the log; what another process does is still met by the expected revision. How many may wait is
 * bounded by those who send: requests, timers and reactions each have so many under way at a time.
 */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Runs a job after the earlier ones of its key, whatever became of them. */
  async run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    const turn = before ? before.then(job, job) : job();
    this.tails.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.tails.get(key) === turn) this.tails.delete(key);
    }
  }
}
