import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  comparePositions,
  CONTINUITY,
  emptiedLog,
  type EventLogError,
  type EventStore,
  isPlaceIn,
  type LogPlace,
  olderLog,
  otherLog,
  placeOf,
  unadoptedLog,
} from '#event-store';
import { type HealthFinding, type Logger } from '#platform';
import { chooseOrigin, noteOrigin } from './log-origin';
import { type Compared, type LogStanding, standingOf } from './log-standing';
import { isPassing } from './projection-error';

/** What {@link LogContinuity} works with. */
export interface ContinuityOptions extends Compared {
  readonly logger: Logger;
  /** Writes the first event of an empty log, under this name. Without it no log is founded: for who only looks. */
  readonly found?: (installationId: string) => Promise<void>;
  /** Milliseconds between two looks of {@link LogContinuity.watch}. Default: 5,000. */
  readonly everyMs?: number;
}

/**
 * Keeps the program to the log that its read models were made from. While the log is another installation's, an older copy,
 * or emptied, all writing stops, no projector and no reaction goes on, and reading does. It goes on by itself once the log is
 * the right one again, or a rebuild has made the read models those of this log.
 */
export class LogContinuity {
  private readonly stopping = new AbortController();
  private watching: Promise<void> = Promise.resolve();
  private checking: Promise<LogStanding> | undefined;
  private standing: LogStanding | null = null;
  /** The log's end at the last look, whatever the database says: what this process keeps in memory goes up to about there. */
  private known: LogPlace | null = null;

  constructor(private readonly options: ContinuityOptions) {}

  /** Compares and changes nothing. @throws what database and log throw when they are away */
  look(): Promise<LogStanding> {
    return standingOf(this.options);
  }

  /**
   * Compares, and stops writing or lets it go on. Founds an empty log where that is wanted. Whoever asks meanwhile gets the
   * same answer.
   * @throws what database and log throw when they are away; what was found before holds then
   */
  check(): Promise<LogStanding> {
    this.checking ??= this.compare().finally(() => (this.checking = undefined));
    return this.checking;
  }

  /** Checks soon, for whom the log has just come back; a failure is left to the next look. */
  checkSoon(): void {
    this.check().catch((error: unknown) => this.couldNotLook(error));
  }

  /** Checks from time to time until stopped. */
  watch(): void {
    this.watching = this.checkAgainAndAgain();
  }

  /** Ends watching, after the look under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
    await this.checking?.catch(() => undefined);
  }

  /** Red while the log is not the one that the read models were made from; says why. For the health registry. */
  health(): HealthFinding {
    const stopped = this.options.store.writing.stoppedBy(CONTINUITY);
    return stopped === null
      ? { healthy: true }
      : { healthy: false, details: { code: stopped.code, message: stopped.message } };
  }

  private async compare(): Promise<LogStanding> {
    let standing = await this.look();
    if (standing.kind === 'new' && this.options.found) standing = await this.foundedBy(this.options.found);
    if (standing.kind === 'unnoted' && standing.installationId !== null) {
      await noteOrigin(this.options.pool, standing.installationId);
      standing = { ...standing, kind: 'same' };
    }
    await this.actOn(standing);
    this.standing = standing;
    return standing;
  }

  private async foundedBy(found: (installationId: string) => Promise<void>): Promise<LogStanding> {
    const installationId = await chooseOrigin(this.options.pool, randomUUID());
    // A rebuild may have just made the tables of an emptied log: its first event comes before anything that waits to be written.
    this.options.store.writing.clear(CONTINUITY);
    await found(installationId);
    return this.look();
  }

  private async actOn(standing: LogStanding): Promise<void> {
    const { store, logger } = this.options;
    const error = refusalOf(standing);
    if (error) {
      if (this.standing?.kind !== standing.kind) logger.error({ standing: standing.kind }, error.message);
      store.writing.stop(CONTINUITY, error);
      return;
    }
    // Somebody has rebuilt the tables before this process had noticed anything: they are in order, its memory is not.
    if (!(await this.isKnownPast())) store.writing.stop(CONTINUITY, olderLog());
    if (store.writing.stoppedBy(CONTINUITY)) logger.warn('台账各表与事件日志已经一致，继续运行。');
    store.writing.clear(CONTINUITY);
    this.known = await endOf(store);
  }

  /** True when the log holds what this process has seen of it. */
  private async isKnownPast(): Promise<boolean> {
    const { store } = this.options;
    const { seen } = store.writing;
    return comparePositions(await store.head(), seen) >= 0 && (await isPlaceIn(store, this.known));
  }

  private async checkAgainAndAgain(): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      await sleep(this.options.everyMs ?? 5_000, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.check().catch((error: unknown) => this.couldNotLook(error));
    }
  }

  /** A log or a database that is away says nothing new of the past. */
  private couldNotLook(error: unknown): void {
    if (!isPassing(error)) this.options.logger.warn({ err: error }, '核对事件日志与台账各表失败，将自动重试。');
  }
}

/** The last event of the log, as a place. */
async function endOf(store: EventStore): Promise<LogPlace | null> {
  const head = await store.head();
  const last = head === null ? undefined : await store.eventAt(head);
  return last ? placeOf(last) : null;
}

function refusalOf({ kind, installationId }: LogStanding): EventLogError | null {
  if (kind === 'older') return installationId === null ? emptiedLog() : olderLog();
  if (kind === 'other' || kind === 'nameless') return otherLog();
  return kind === 'unadopted' ? unadoptedLog() : null;
}
