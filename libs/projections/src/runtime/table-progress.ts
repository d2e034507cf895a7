import { type Pool } from 'pg';
import { comparePositions, type LogPlace, type Position } from '#event-store';
import { type Logger } from '#platform';
import { type Checkpoint, passCheckpoint } from './checkpoint';

/** After this long the checkpoint says how far events were passed over that changed nothing. */
const PASS_MILLISECONDS = 100;
/**
 * After this long a commit is looked for once more: a database that crashes loses those of its last 0.6 seconds at most (three
 * times `wal_writer_delay`), since they do not wait for the disk.
 */
const CONFIRM_MILLISECONDS = 2_000;

/** What the progress of a projection's tables works with. */
interface ProgressOptions {
  readonly pool: Pool;
  readonly logger: Logger;
  /** Told whenever the tables go further, or are others. */
  readonly onChange: () => void;
}

/**
 * How far the live tables of a projection go, as this process knows it: up to their checkpoint, and from there over events that
 * changed no row, which the checkpoint is told a little later. Whenever it is told, and once after each commit, the tables are
 * compared with what is known here.
 */
export class TableProgress {
  private known: Checkpoint | undefined;
  private handled: LogPlace | null = null;
  private passTimer: NodeJS.Timeout | undefined;
  private confirmTimer: NodeJS.Timeout | undefined;
  private ended = false;
  private lapse = new AbortController();

  constructor(private readonly options: ProgressOptions) {}

  /** As it was last read or written here; undefined until the tables are taken up. */
  get checkpoint(): Checkpoint | undefined {
    return this.known;
  }

  /** Everything up to here is in the tables; null when nothing is. */
  get position(): Position | null {
    return this.handled?.position ?? null;
  }

  /** Aborted once the tables are found to hold something else than is known here: take them up anew. */
  get lapsed(): AbortSignal {
    return this.lapse.signal;
  }

  /** The tables go exactly as far as a checkpoint says. */
  takeUp(checkpoint: Checkpoint): void {
    this.known = checkpoint;
    if (this.lapse.signal.aborted) this.lapse = new AbortController();
    this.reach(checkpoint.place);
  }

  /** The tables have been written up to a checkpoint, which a crash of the database may still undo. */
  written(checkpoint: Checkpoint): void {
    this.takeUp(checkpoint);
    clearTimeout(this.confirmTimer);
    this.confirmTimer = setTimeout(() => this.tell(), CONFIRM_MILLISECONDS);
  }

  /** Everything up to a place is in the tables, since what came after the checkpoint changes no row. */
  passOver(place: LogPlace): void {
    this.reach(place);
    this.passSoon();
  }

  /** A transaction is about to move the checkpoint by itself. */
  holdPass(): void {
    clearTimeout(this.passTimer);
    this.passTimer = undefined;
  }

  /**
   * True when somebody else has written since, or the tables are others. Between the last committed and the last handled position lie
   * only events that change no row, so a checkpoint in between was moved by a process that passed over them too.
   */
  isElsewhere({ generation, place }: Checkpoint): boolean {
    const { known } = this;
    if (!known || generation !== known.generation) return true;
    const position = place?.position ?? null;
    return (
      comparePositions(position, this.position) > 0 || comparePositions(position, known.place?.position ?? null) < 0
    );
  }

  /** Tells the checkpoint how far events were passed over, if the tables hold what is known here. */
  async pass(): Promise<void> {
    const { known, handled } = this;
    if (!known || handled === null || (await passCheckpoint(this.options.pool, known, handled))) return;
    // Written or taken up here meanwhile, what was compared is no longer what is known.
    if (this.known === known) this.lapse.abort();
  }

  /** Tells the checkpoint a last time, if the database can be reached. */
  async end(): Promise<void> {
    this.ended = true;
    this.holdPass();
    clearTimeout(this.confirmTimer);
    await this.pass().catch(() => undefined);
  }

  private reach(place: LogPlace | null): void {
    this.handled = place;
    this.options.onChange();
  }

  private passSoon(): void {
    // Not put off by what comes meanwhile: a quiet table's checkpoint would stay behind for as long as others are busy.
    this.passTimer ??= setTimeout(() => {
      this.passTimer = undefined;
      this.tell();
    }, PASS_MILLISECONDS);
  }

  private tell(): void {
    this.pass().catch((error: unknown) => {
      this.options.logger.debug({ err: error, projection: this.known?.name }, 'checkpoint not moved');
      if (!this.ended) this.passSoon();
    });
  }
}
