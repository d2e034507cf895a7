import { foreignInWords } from '../chain-words';
import { EventLogError } from '../event-log-error';
import { type DamagedStream, type StoredEvent, type StreamName } from '../port';
import { type ForeignRow, isForeign, type LogRow } from './event-rows';

/**
 * The rows that somebody else has put into the log, as far as this process has met them. They are left out of what is read
 * in order, so that one of them does not end the work of all who follow the log.
 */
export class ForeignRows {
  private readonly found = new Map<StreamName, DamagedStream>();

  /** The events among some rows; the others are noted. */
  leaveOut(rows: readonly LogRow[]): StoredEvent[] {
    const events: StoredEvent[] = [];
    for (const row of rows) {
      if (isForeign(row)) this.note(row);
      else events.push(row);
    }
    return events;
  }

  /** All rows as events: nothing is decided on a stream with a foreign row. @throws EventLogError LOG.INTEGRITY */
  refuse(rows: readonly LogRow[]): StoredEvent[] {
    return rows.map((row) => {
      if (!isForeign(row)) return row;
      this.note(row);
      throw new EventLogError('LOG.INTEGRITY', foreignInWords(row.stream, row.revision));
    });
  }

  damaged(): readonly DamagedStream[] {
    return [...this.found.values()];
  }

  private note({ stream, revision }: ForeignRow): void {
    const known = this.found.get(stream)?.revision ?? Number.POSITIVE_INFINITY;
    if (known <= revision) return;
    this.found.set(stream, { stream, damage: 'foreign', revision, message: foreignInWords(stream, revision) });
  }
}
