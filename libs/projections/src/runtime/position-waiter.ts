import { type Pool } from 'pg';
import { comparePositions, type Position } from '#event-store';
import { TaizhangError } from '#platform';
import { type Checkpoint, readCheckpoints } from './checkpoint';

/** The projectors that run in this process. */
export interface LocalPositions {
  /** Up to where a projection's tables surely go, as known here; null when it does not run here. */
  positionOf(name: string): Position | null;
  /** Calls `listener` whenever a position may have changed. @returns how to end that */
  onChange(listener: () => void): () => void;
}

/** How long to wait. */
export interface WaitOptions {
  /** Milliseconds. Default: 5,000. */
  readonly timeoutMs?: number;
  /** Gives up at once, with the signal's reason. */
  readonly signal?: AbortSignal;
}

interface Waiter {
  readonly names: readonly string[];
  readonly position: Position;
  readonly settle: (error?: unknown) => void;
}

const POLL_MILLISECONDS = 20;
const TIMEOUT_MILLISECONDS = 5_000;

/**
 * Waits until read models show what was written (read your writes). Projectors of this process answer from memory; for those
 * of other processes the checkpoints are asked, by one query at a time for all who wait.
 */
export class PositionWaiter {
  private readonly waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: { readonly pool: Pool; readonly local?: LocalPositions }) {
    options.local?.onChange(() => this.settleFrom(() => null));
  }

  /**
   * Returns once each projection's tables go at least up to the position.
   * @throws TaizhangError PROJECTION.BEHIND when the time is up, PROJECTION.STOPPED when one of them stands still
   */
  async waitFor(names: readonly string[], position: Position, options: WaitOptions = {}): Promise<void> {
    options.signal?.throwIfAborted();
    if (names.every((name) => this.isHere(name, position))) return;
    await this.wait(names, position, options);
  }

  private wait(names: readonly string[], position: Position, { timeoutMs, signal }: WaitOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error?: unknown): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.waiters.delete(waiter);
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error('waiting was given up', { cause: error }));
      };
      const waiter = { names, position, settle };
      const onAbort = (): void => settle(signal?.reason ?? new Error('aborted'));
      const timer = setTimeout(() => settle(behind(names, position)), timeoutMs ?? TIMEOUT_MILLISECONDS);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.waiters.add(waiter);
      this.pollSoon();
    });
  }

  private isHere(name: string, position: Position): boolean {
    return comparePositions(this.options.local?.positionOf(name) ?? null, position) >= 0;
  }

  private pollSoon(): void {
    if (this.waiters.size > 0) this.timer ??= setTimeout(() => void this.poll(), POLL_MILLISECONDS);
  }

  private async poll(): Promise<void> {
    try {
      const rows = await readCheckpoints(this.options.pool);
      this.settleFrom((name) => rows.get(name) ?? null);
    } catch {
      // A database that is away may come back before the time is up.
    } finally {
      this.timer = undefined;
      this.pollSoon();
    }
  }

  private settleFrom(row: (name: string) => Checkpoint | null): void {
    for (const { names, position, settle } of [...this.waiters]) {
      const missing = names.filter(
        (name) => !this.isHere(name, position) && comparePositions(row(name)?.place?.position ?? null, position) < 0,
      );
      const stopped = missing.map(row).find((checkpoint) => checkpoint?.stopped);
      if (missing.length === 0) settle();
      else if (stopped) settle(stopsShort(stopped));
    }
  }
}

function behind(names: readonly string[], position: Position): TaizhangError {
  const message = '操作已记录，但页面数据尚未更新到最新，请稍后刷新查看，不必重新提交。';
  return new TaizhangError('PROJECTION.BEHIND', message, { projections: names, position });
}

function stopsShort({ name, stopped }: Checkpoint): TaizhangError {
  const message = '操作已记录，但页面数据已停止更新，请联系系统管理员处理，不必重新提交。';
  return new TaizhangError('PROJECTION.STOPPED', message, { projection: name, event: stopped?.event });
}
