/**
 * Reads that are shared by those who ask for the same: whoever asks while a read runs gets the next one, so that no answer is older than
 * its question and a sweep of many timers asks the database a few times.
 */
export class SharedReads<Value> {
  private readonly running = new Map<string, Promise<Value>>();
  private readonly next = new Map<string, Promise<Value>>();

  constructor(private readonly read: (key: string) => Promise<Value>) {}

  /** @throws what the read throws, for all that share it */
  of(key: string): Promise<Value> {
    const next = this.next.get(key);
    if (next) return next;
    const running = this.running.get(key);
    if (!running) return this.begin(key);
    const following = running.then(ignore, ignore).then(() => {
      this.next.delete(key);
      return this.begin(key);
    });
    this.next.set(key, following);
    return following;
  }

  private begin(key: string): Promise<Value> {
    const read = this.read(key);
    const over = () => {
      this.running.delete(key);
    };
    read.then(over, over);
    this.running.set(key, read);
    return read;
  }
}

function ignore(): void {
  // Whether it failed concerns those who asked for it.
}
