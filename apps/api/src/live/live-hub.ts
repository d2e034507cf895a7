import { type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Readable } from 'node:stream';
import { type EventStore } from '#event-store';
import { type Logger, RepeatedWarnings, TaizhangError } from '#platform';
import { type LiveReads, type ProjectionRunner } from '#projections';
import { LiveConnection, type LiveListener } from './live-connection';
import { LiveFeed } from './live-feed';
import { type LiveNews } from './live-news';
import { type UnitsBelow } from './live-subscriber';

/** What the hub works with. */
export interface LiveHubParts {
  readonly store: EventStore;
  readonly reads: LiveReads;
  readonly projections: Pick<ProjectionRunner, 'waitFor'>;
  readonly logger: Logger;
  readonly limits?: Partial<LiveLimits>;
}

/** Bounds and rhythm; times in milliseconds. */
export interface LiveLimits {
  readonly connectionsPerAccount: number;
  readonly connections: number;
  /** How often a connection shows that it is alive, and its reader is looked at again. */
  readonly heartbeatMs: number;
  /** How long events are gathered before they are told together. */
  readonly gatherMs: number;
  /** How long nothing is said of ledgers after something was. */
  readonly ledgerRestMs: number;
}

const LIMITS: LiveLimits = {
  connectionsPerAccount: 8,
  connections: 2_000,
  heartbeatMs: 20_000,
  gatherMs: 50,
  ledgerRestMs: 1_000,
};

const RETRY_MILLISECONDS = 1_000;

/** All open pages of this process, and what tells them that something has happened. */
export class LiveHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly limits: LiveLimits;
  private readonly feed: LiveFeed;
  private readonly connections = new Set<LiveConnection>();
  private below: UnitsBelow = new Map();
  private heart: NodeJS.Timeout | undefined;
  private beating = false;
  private closed = false;
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly parts: LiveHubParts) {
    const { store, reads, projections, logger, limits } = parts;
    this.warnings = new RepeatedWarnings(logger);
    this.limits = { ...LIMITS, ...limits };
    this.feed = new LiveFeed({
      store,
      reads,
      projections,
      logger,
      gatherMs: this.limits.gatherMs,
      retryMs: RETRY_MILLISECONDS,
      wanted: () => this.connections.size > 0,
      tell: (news) => this.tell(news),
    });
  }

  /** How many pages listen. */
  get size(): number {
    return this.connections.size;
  }

  /** @inheritdoc */
  async onApplicationBootstrap(): Promise<void> {
    await this.feed.start();
    this.heart = setInterval(() => void this.beat(), this.limits.heartbeatMs).unref();
  }

  /** Ends every connection, so that closing the server does not wait for them. */
  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearInterval(this.heart);
    for (const connection of this.connections) connection.end();
    await this.feed.stop();
  }

  /**
   * Opens a connection.
   * @param again whether the page was connected before
   * @returns the body of the answer
   * @throws TaizhangError TASK.UNKNOWN, LIVE.TOO_MANY_PAGES, LIVE.UNAVAILABLE
   */
  async open(listener: LiveListener, again: boolean): Promise<Readable> {
    await this.knowBelow(listener.subscriber.roots);
    if (listener.taskId !== null) await this.checkInSight(listener, listener.taskId);
    this.checkRoom(listener.accountId);
    const connection = new LiveConnection(listener, this.limits.ledgerRestMs);
    this.connections.add(connection);
    connection.stream.once('close', () => this.connections.delete(connection));
    connection.greet(this.feed.position, again);
    return connection.stream;
  }

  private checkRoom(accountId: string): void {
    if (this.closed || this.connections.size >= this.limits.connections) {
      throw new TaizhangError('LIVE.UNAVAILABLE', '目前不能实时更新，请稍后刷新页面查看最新内容。');
    }
    const own = [...this.connections].filter(({ listener }) => listener.accountId === accountId);
    if (own.length < this.limits.connectionsPerAccount) return;
    const message = '同一账号打开的页面过多，本页不再实时更新，请关闭不用的页面后刷新。';
    throw new TaizhangError('LIVE.TOO_MANY_PAGES', message);
  }

  private async checkInSight({ subscriber }: LiveListener, taskId: string): Promise<void> {
    const [place] = await this.parts.reads.placesOf([taskId]);
    const ledger = place && (await this.feed.placeOf(place.ledgerId));
    if (ledger && subscriber.mayRead({ ...place, ...ledger }, this.below)) return;
    throw new TaizhangError('TASK.UNKNOWN', '没有找到这项任务，可能编号有误或不在您的查看范围内。');
  }

  private tell(news: LiveNews): void {
    for (const connection of this.connections) connection.tell(news, this.below);
  }

  private async beat(): Promise<void> {
    if (this.beating) return;
    this.beating = true;
    try {
      const connections = [...this.connections];
      for (const connection of connections) connection.beat();
      await this.knowBelow(connections.flatMap(({ listener }) => listener.subscriber.roots));
      for (const connection of connections) {
        if (!(await connection.listener.stillThere())) connection.end();
      }
    } catch (error) {
      this.warnings.warn(error, '实时通知未能核对在线人员，将在下一次再试。');
    } finally {
      this.beating = false;
    }
  }

  /** The register of units moves; between two looks at it a new unit's tasks are not told to those above it. */
  private async knowBelow(roots: readonly string[]): Promise<void> {
    if (roots.length === 0) return;
    const wanted = [...new Set(roots)];
    this.below = new Map([...this.below, ...(await this.parts.reads.unitsBelow(wanted))]);
  }
}
