import { LRUCache } from 'lru-cache';
import { type Aggregate } from '#domain';
import { checkWhole, type EventStore, type ExpectedRevision, onNewPast, readUpToBreak } from '#event-store';

/** How many states of one kind are kept. A task's state takes a few kilobytes. */
const KEPT_STATES = 20_000;

/** A stream that has not begun. */
const NOTHING_YET = { state: null, revision: 'no-stream' } as const;

/** What is needed to fold one kind of stream. */
export type StreamKind<State, Recorded> = Pick<
  Aggregate<string, State, unknown, unknown, Recorded>,
  'name' | 'read' | 'evolve' | 'rewinds' | 'fold'
>;

/** A state with the revision that it stands at. */
export interface Loaded<State> {
  readonly state: State | null;
  readonly revision: ExpectedRevision;
}

/**
 * Reads one kind of aggregate by folding streams, and keeps what it folded. A kept state may be behind another process's
 * appends. That does no harm: an append names its revision, and a refusal is only given on a fresh read. All is forgotten when
 * the log was not the past that it was folded from.
 */
export class StateReader<State, Recorded extends { readonly revision: number }> {
  private readonly kept = new LRUCache<string, Loaded<State>>({ max: KEPT_STATES });

  constructor(
    private readonly store: EventStore,
    private readonly kind: StreamKind<State, Recorded>,
  ) {
    onNewPast(store.writing, () => this.kept.clear());
  }

  /** The stream of an aggregate. */
  stream(id: string): string {
    return `${this.kind.name}-${id}`;
  }

  /** The state as last known here; read from the log where nothing is known. @throws as {@link fresh} does */
  async known(id: string): Promise<Loaded<State>> {
    return this.kept.get(id) ?? (await this.fresh(id));
  }

  /** The state as last known here, without a look at the log; undefined where nothing is known. */
  lastKnown(id: string): Loaded<State> | undefined {
    return this.kept.get(id);
  }

  /**
   * The state after everything that is in the log now.
   * @throws EventLogError LOG.INTEGRITY for a stream that is not whole: nothing is decided on it; UnreadableEvent
   */
  async fresh(id: string): Promise<Loaded<State>> {
    const { changes } = this.store.writing;
    const kept = this.kept.get(id) ?? NOTHING_YET;
    const added = await this.eventsFrom(id, kept.revision === 'no-stream' ? 0 : kept.revision + 1);
    const loaded = this.wentOn(kept, added) ?? this.whole(await this.eventsFrom(id, 0));
    if (changes === this.store.writing.changes) this.kept.set(id, loaded);
    return loaded;
  }

  private async eventsFrom(id: string, revision: number): Promise<readonly Recorded[]> {
    const stored = await this.store.readStream(this.stream(id), revision);
    checkWhole(stored, revision);
    return stored.map(this.kind.read);
  }

  /** Lets go of what is kept of an aggregate: its stream ends before it, as in a log restored from an older copy. */
  forget(id: string): void {
    this.kept.delete(id);
  }

  /** The state before the stream's first break, for the few streams that everybody depends on. It is not kept. */
  async upToBreak(id: string): Promise<Loaded<State>> {
    const whole = await readUpToBreak(this.store, this.stream(id));
    return this.whole(whole.map(this.kind.read));
  }

  /** Goes on from a state with events just appended after it, and keeps the result. One that takes a step back needs all events: they are read when the state is asked for. */
  advance(id: string, from: Loaded<State>, events: readonly Recorded[]): void {
    const loaded = this.wentOn(from, events);
    if (loaded) this.kept.set(id, loaded);
    else this.kept.delete(id);
  }

  /** The state after more events; null where they take a step back, so that it follows from the whole stream. */
  private wentOn(from: Loaded<State>, events: readonly Recorded[]): Loaded<State> | null {
    if (events.some(this.kind.rewinds)) return null;
    return events.reduce<Loaded<State>>(
      ({ state }, event) => ({ state: this.kind.evolve(state, event), revision: event.revision }),
      from,
    );
  }

  private whole(events: readonly Recorded[]): Loaded<State> {
    const last = events.at(-1);
    return last ? { state: this.kind.fold(events), revision: last.revision } : NOTHING_YET;
  }
}
