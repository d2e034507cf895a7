const WAIT_MILLISECONDS = 1_000;
const REST_MILLISECONDS = 5_000;

/** How {@link UnlessAway} asks; times in milliseconds. */
export interface UnlessAwayOptions {
  /** True when an error means that the source is away; any other error is thrown. */
  readonly isAway: (error: unknown) => boolean;
  /** Longest wait for an answer. Default: 1,000. */
  readonly waitMs?: number;
  /** After a failure or a wait in vain the source is left alone for so long. Default: 5,000. */
  readonly restMs?: number;
  /** Milliseconds that only grow; a parameter for tests. */
  readonly now?: () => number;
}

/**
 * Asks a source that pages can do without. A page that asked a log which is away would wait for its time-out at every
 * request; here one request waits for a second and those of the next seconds are told at once. Requests at the same time
 * share one question.
 */
export class UnlessAway<Answer> {
  private asking: Promise<Answer | undefined> | undefined;
  private restsUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly question: () => Promise<Answer>,
    private readonly options: UnlessAwayOptions,
  ) {}

  /** The answer; undefined while the source is away. @throws what the question throws for another reason */
  async ask(): Promise<Answer | undefined> {
    if (this.now() < this.restsUntil) return undefined;
    this.asking ??= this.askOnce();
    return this.inTime(this.asking);
  }

  private async askOnce(): Promise<Answer | undefined> {
    try {
      return await this.question();
    } catch (error) {
      if (!this.options.isAway(error)) throw error;
      this.rest();
      return undefined;
    } finally {
      this.asking = undefined;
    }
  }

  private inTime(asking: Promise<Answer | undefined>): Promise<Answer | undefined> {
    return new Promise((resolve, reject) => {
      const late = (): void => {
        this.rest();
        resolve(undefined);
      };
      const timer = setTimeout(late, this.options.waitMs ?? WAIT_MILLISECONDS);
      asking.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  private rest(): void {
    this.restsUntil = this.now() + (this.options.restMs ?? REST_MILLISECONDS);
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}
