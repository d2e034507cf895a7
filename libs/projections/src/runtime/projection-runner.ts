import { type Pool } from 'pg';
import { type EventStore, onNewPast, type Position } from '#event-store';
import { type Clock, type HealthFinding, type Logger, RepeatedWarnings } from '#platform';
import { installMissing } from './install-projection';
import { LogFeed } from './log-feed';
import { type LocalPositions, PositionWaiter, type WaitOptions } from './position-waiter';
import { type Projector } from './projector';
import { type LoopPhase, ProjectorLoop } from './projector-loop';

/** What a runner needs. */
export interface RunnerOptions {
  readonly store: EventStore;
  /** As the program's role. Each projector takes one connection at a time: allow their number and two more. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly projectors: readonly Projector[];
}

/** How far a projector of this process is behind the log. */
export interface ProjectionLag {
  readonly name: string;
  readonly phase: LoopPhase;
  readonly position: Position | null;
  readonly head: Position | null;
  /** For how many milliseconds the oldest unhandled event has been known; 0 when there is none. */
  readonly behindMs: number;
}

/** A projector of this process that does not go on by itself. */
export interface Standstill {
  readonly name: string;
  readonly code: string;
  /** A zh-CN sentence. */
  readonly message: string;
}

/**
 * Runs projectors in this process, each in a loop of its own. Several processes may run the same ones: the checkpoint's lock
 * lets one of them apply each event, and the others take over when it is gone.
 */
export class ProjectionRunner implements LocalPositions {
  private readonly store: EventStore;
  private readonly pool: Pool;
  private readonly feed: LogFeed;
  private readonly loops: ReadonlyMap<string, ProjectorLoop>;
  private readonly listeners = new Set<() => void>();
  private readonly waiter: PositionWaiter;

  /** @throws if two projectors share a name */
  constructor({ store, pool, clock, logger, projectors }: RunnerOptions) {
    this.store = store;
    this.pool = pool;
    this.feed = new LogFeed(store, logger);
    const onChange = (): void => this.listeners.forEach((listener) => listener());
    const warnings = new RepeatedWarnings(logger);
    const context = { pool, store, clock, logger, warnings, feed: this.feed, onChange };
    this.loops = new Map(projectors.map((projector) => [projector.name, new ProjectorLoop(projector, context)]));
    if (this.loops.size !== projectors.length) throw new Error('two projectors share a name');
    this.waiter = new PositionWaiter({ pool, local: this });
  }

  /**
   * Makes the tables that are not there yet, so that queries find them, and starts following the log.
   * @throws what the database or the store throws when it cannot be asked
   */
  async start(): Promise<void> {
    await installMissing(
      this.pool,
      [...this.loops.values()].map(({ projector }) => projector),
    );
    await this.feed.start();
    for (const loop of this.loops.values()) loop.start();
  }

  /** Ends every loop after the transaction under way. */
  async stop(): Promise<void> {
    await Promise.all([...this.loops.values()].map((loop) => loop.stop()));
    await this.feed.stop();
  }

  /** Red when a projector stands still; says which, since which event and why. For the health registry. */
  health(): HealthFinding {
    const loops = [...this.loops.values()];
    const details = new Map(loops.map((loop) => [loop.projector.name, detailsOf(loop)]));
    return { healthy: loops.every(({ phase }) => phase !== 'stopped'), details: Object.fromEntries(details) };
  }

  /** The projectors that stand still, each with the reason. */
  standstills(): readonly Standstill[] {
    return [...this.loops.values()].flatMap(({ projector: { name }, stopReason }) =>
      stopReason === null ? [] : [{ name, code: stopReason.code, message: stopReason.message }],
    );
  }

  /** How far each projector is behind. For metrics. */
  lag(): readonly ProjectionLag[] {
    const { head } = this.feed;
    return [...this.loops.values()].map(({ projector: { name }, phase, position, behindMs }) => {
      return { name, phase, position, head, behindMs };
    });
  }

  /** @see PositionWaiter.waitFor */
  waitFor(names: readonly string[], position: Position, options?: WaitOptions): Promise<void> {
    return this.waiter.waitFor(names, position, options);
  }

  /** All projections, whether or not they run in this process. */
  get projectors(): readonly Projector[] {
    return [...this.loops.values()].map(({ projector }) => projector);
  }

  /** Their names. */
  get names(): readonly string[] {
    return [...this.loops.keys()];
  }

  /** Calls `forget` when what was kept of the read models is worthless, as they are of another past now. */
  onNewPast(forget: () => void): () => void {
    return onNewPast(this.store.writing, forget);
  }

  /** @inheritdoc */
  positionOf(name: string): Position | null {
    return this.loops.get(name)?.position ?? null;
  }

  /** @inheritdoc */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function detailsOf({ phase, position, behindMs, stopReason }: ProjectorLoop): Readonly<Record<string, unknown>> {
  const figures = { phase, position, behindMs: Math.round(behindMs) };
  return stopReason === null ? figures : { ...figures, code: stopReason.code, event: stopReason.event };
}
