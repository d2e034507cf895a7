/**
 * Runs jobs of the same key one after another and jobs of different keys side by side. Without it, commands to one stream would
 * conflict in the log and be decided again; conflicts with another process are still detected by the expected revision. The
 * queue has no limit of its own: requests, timers and reactions each limit how many commands they have under way.
 */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Runs a job after the earlier jobs of its key, even when they failed. */
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
