import { type StateOf } from '#domain';
import { isEventLogError } from '#event-store';
import { type Loaded } from '../state/state-reader';
import { type States } from '../state/states';

/** How long a look at the log for a newer version holds good, in milliseconds of this process's own clock. */
const LOOK_AGAIN_AFTER = 5_000;

/** The kinds of streams whose versions every command is decided by. */
type Published = 'calendar' | 'policy';

/**
 * Streams of versions that every command asks for and that change once a year: the log is looked at now and then, not each time. What
 * another process has published counts after {@link LOOK_AGAIN_AFTER} at the latest.
 */
export class PublishedStreams<Name extends Published> {
  private readonly lookedAt = new Map<string, number>();

  /** @param now milliseconds that only grow; a parameter for tests */
  constructor(
    private readonly states: States,
    private readonly name: Name,
    private readonly now: () => number,
  ) {}

  /** Looks at the log again the next time. */
  forget(): void {
    this.lookedAt.clear();
  }

  /** The state of a stream, to decide by. @throws what the log throws: nothing is decided by what may be out of force */
  async inForce(id: string): Promise<StateOf<Name> | null> {
    const known = this.isLookDue(id) ? undefined : this.reader().lastKnown(id);
    return (known ?? (await this.latest(id))).state;
  }

  /** The state as last known here; undefined where nothing is known. */
  lastKnown(id: string): StateOf<Name> | null | undefined {
    return this.reader().lastKnown(id)?.state;
  }

  /** The state after everything that is in the log now. */
  async fresh(id: string): Promise<StateOf<Name> | null> {
    return (await this.unlessBroken(id, 'fresh')).state;
  }

  private reader() {
    return this.states.of(this.name);
  }

  private isLookDue(id: string): boolean {
    return this.now() - (this.lookedAt.get(id) ?? Number.NEGATIVE_INFINITY) > LOOK_AGAIN_AFTER;
  }

  private async latest(id: string): Promise<Loaded<StateOf<Name>>> {
    if (!this.isLookDue(id)) return this.unlessBroken(id, 'known');
    this.lookedAt.set(id, this.now());
    try {
      return await this.unlessBroken(id, 'fresh');
    } catch (error) {
      this.lookedAt.delete(id);
      throw error;
    }
  }

  /**
   * The versions of a broken stream are those before the break: no new one can be published, and the rest of the house, whose every
   * command asks for them, goes on.
   */
  private async unlessBroken(id: string, read: 'fresh' | 'known'): Promise<Loaded<StateOf<Name>>> {
    try {
      return await this.reader()[read](id);
    } catch (error) {
      if (!isEventLogError(error, 'LOG.INTEGRITY')) throw error;
      return this.reader().upToBreak(id);
    }
  }
}
