import { EventLogError } from '../event-log-error';
import { type DamagedStream, type StreamName } from '../port';
import { type WriteGate } from '../write-gate';

/** Most streams that are named; one who writes foreign records into thousands of streams must not fill the memory. */
const NAMED = 1_000;

const CAUSE = 'streams';

/** The streams that are not whole, as met while reading, and as the server was told to forget. A lost one stops writing. */
export class DamageBook {
  private readonly streams = new Map<StreamName, DamagedStream>();

  constructor(
    private readonly writing: WriteGate,
    private readonly onDamage: (damage: DamagedStream) => void,
  ) {}

  /** Takes note; what is known already is not told again. */
  note(damage: DamagedStream): void {
    const known = this.streams.get(damage.stream);
    // What was lost says more than a foreign record that was seen too.
    if (known?.damage === damage.damage || known?.damage === 'lost') return;
    if (known === undefined && this.streams.size >= NAMED) return;
    this.streams.set(damage.stream, damage);
    this.onDamage(damage);
    this.setGate();
  }

  /** The server was told otherwise: the stream is looked at anew when it is read. */
  withdraw(stream: StreamName): void {
    if (this.streams.get(stream)?.damage !== 'lost') return;
    this.streams.delete(stream);
    this.setGate();
  }

  /** @throws EventLogError LOG.STREAM_LOST or LOG.INTEGRITY when the stream is known not to be whole */
  check(stream: StreamName): void {
    const damage = this.streams.get(stream);
    if (damage) throw errorOf(damage);
  }

  list(): readonly DamagedStream[] {
    return [...this.streams.values()];
  }

  private setGate(): void {
    const lost = [...this.streams.values()].find(({ damage }) => damage === 'lost');
    if (lost) this.writing.stop(CAUSE, errorOf(lost));
    else this.writing.clear(CAUSE);
  }
}

/** The refusal to read or write a stream that is not whole. */
export function errorOf({ damage, message }: DamagedStream): EventLogError {
  return new EventLogError(damage === 'lost' ? 'LOG.STREAM_LOST' : 'LOG.INTEGRITY', message);
}
