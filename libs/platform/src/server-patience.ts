import { pause } from './pause';
import { TaizhangError } from './taizhang-error';

const LOOK_AGAIN_MILLISECONDS = 1_000;

/** How a start waits for servers that are not up yet. */
export interface PatienceOptions {
  /** Longest wait for one server, in seconds. 0: it must be up already. */
  readonly seconds: number;
  /** Told once for a server that is not up yet. @param line a zh-CN sentence with the reason */
  readonly say: (line: string) => void;
  /** Ends waiting at once, with the signal's reason. */
  readonly signal: AbortSignal;
  /** Milliseconds that only grow; a parameter for tests. */
  readonly now?: () => number;
  /** Waits between two tries, by default a second; a parameter for tests. */
  readonly pause?: (signal: AbortSignal) => Promise<void>;
}

/**
 * Waits for servers that are started together with this program, as Compose does, which knows of no order among machines.
 * Version 0.1 ended at once and had to be started again by hand.
 */
export class ServerPatience {
  constructor(private readonly options: PatienceOptions) {}

  /**
   * Asks a server again and again while it is not up.
   * @param server what people call it, such as 事件库
   * @param codes of the errors that are worth waiting for; any other error is thrown at once
   * @throws the server's last error when the time is up
   */
  async until<Answer>(server: string, codes: readonly string[], ask: () => Promise<Answer>): Promise<Answer> {
    const end = this.now() + this.options.seconds * 1_000;
    for (let told = false; ; told = true) {
      try {
        return await ask();
      } catch (error) {
        const worthWaiting = error instanceof TaizhangError && codes.includes(error.code);
        if (!worthWaiting || this.now() >= end) throw error;
        if (!told) this.options.say(`${server}尚未就绪，最多等待 ${this.options.seconds} 秒：${error.message}`);
      }
      await this.pause();
    }
  }

  private async pause(): Promise<void> {
    const { signal, pause: pauseOnce = aMoment } = this.options;
    if (!signal.aborted) await pauseOnce(signal);
    signal.throwIfAborted();
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}

function aMoment(signal: AbortSignal): Promise<void> {
  return pause(LOOK_AGAIN_MILLISECONDS, signal);
}

/** A server must be up already: for commands, whose user sees the reason at once. */
export const NO_PATIENCE = new ServerPatience({
  seconds: 0,
  say: () => undefined,
  signal: new AbortController().signal,
});
