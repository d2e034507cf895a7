import { type HealthFinding, isDatabaseAway, TaizhangError } from '#platform';

/** Something that must be so before the program is ready. Throws a TaizhangError whose sentence says what is lacking. */
export type StartStep = (signal: AbortSignal) => Promise<void>;

/** Told what becomes of a start. */
export interface StartListener {
  /** For the first time something is merely waited for. */
  waiting(lack: TaizhangError): void;
  /** Something is wrong that does not pass by itself, or not soon; told once for each sentence. */
  trouble(trouble: TaizhangError): void;
  ready(): void;
}

/** What a start is made of. */
export interface StartUpParts {
  /** In this order; all of them again whenever one is not done. A step that is done for good sees to that itself. */
  readonly steps: readonly StartStep[];
  readonly listener: StartListener;
  /** Waits between two attempts; ends early when the signal is aborted. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

/** A step that throws this code is waited for without a word about trouble. */
export const WAITING = 'START.WAITING';

const BEGINNING = new TaizhangError(WAITING, '程序正在启动，请稍候。');
/** Areas whose errors may mend while the program runs; any other error is a fault of the program and ends it. */
const MENDING = /^(?:START|LOG|PROJECTION|REACTION|DATABASE)\./u;

/**
 * The way from "listens" to "ready". Version 0.1 said that it was ready before the first administrator's posts were visible,
 * so that the first page showed none. What is lacking is told at the terminal and by the health check `start`,
 * and meanwhile requests are served as far as they can be.
 */
export class StartUp {
  private lack: TaizhangError | null = BEGINNING;
  private readonly told = new Set<string>();

  constructor(private readonly parts: StartUpParts) {}

  /** The health check `start`: red until the program is ready, with what is lacking. */
  check(): HealthFinding {
    if (this.lack === null) return { healthy: true };
    const { code, message } = this.lack;
    return { healthy: false, details: { code, message } };
  }

  /**
   * Goes on until the program is ready or the signal is aborted.
   * @throws an error that waiting does not mend
   */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const lack = await this.attempt(signal);
      if (isAborted(signal)) return;
      this.lack = lack;
      if (lack === null) {
        this.parts.listener.ready();
        return;
      }
      this.tell(lack);
      await this.parts.pause(signal);
    }
  }

  /** @returns what is lacking; null when nothing is */
  private async attempt(signal: AbortSignal): Promise<TaizhangError | null> {
    try {
      for (const step of this.parts.steps) await step(signal);
      return null;
    } catch (error) {
      if (isAborted(signal)) return null;
      return mending(error);
    }
  }

  private tell(lack: TaizhangError): void {
    const { listener } = this.parts;
    const key = lack.code === WAITING ? WAITING : `${lack.code} ${lack.message}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    if (lack.code === WAITING) listener.waiting(lack);
    else listener.trouble(lack);
  }
}

function mending(error: unknown): TaizhangError {
  if (error instanceof TaizhangError && MENDING.test(error.code)) return error;
  if (!isDatabaseAway(error)) throw error;
  return new TaizhangError('DATABASE.UNAVAILABLE', '数据库暂时连不上，正在自动重试。', undefined, error);
}

/** The signal may have been aborted while something was awaited; `aborted` is a live getter. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
