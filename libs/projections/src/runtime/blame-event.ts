import { type LogPlace, placeOf } from '#event-store';
import { type BatchWriter } from './batch-writer';
import { type ReadableEntry } from './log-entry';
import { isPassing, notApplied, ProjectionStopped } from './projection-error';

/**
 * Writes a batch. When it fails for good, its events are written one by one: what comes before the event that cannot be applied is
 * in the tables when that event is blamed.
 * @param end how far the tables go with all of them
 * @returns false when somebody else wrote the tables meanwhile, so that events are to be read again
 * @throws ProjectionStopped PROJECTION.EVENT_NOT_APPLIED, naming the event; what passes is thrown as it is
 */
export async function writeOrBlame(
  writer: BatchWriter,
  entries: readonly ReadableEntry[],
  end: LogPlace,
): Promise<boolean> {
  const [only] = entries;
  if (only && entries.length === 1) return writeOne(writer, only, end);
  try {
    return await writer.write(entries, end);
  } catch (error) {
    if (isPassing(error)) throw error;
    writer.forget();
    return writeOneByOne(writer, entries, end);
  }
}

async function writeOneByOne(writer: BatchWriter, entries: readonly ReadableEntry[], end: LogPlace): Promise<boolean> {
  const last = entries.at(-1);
  for (const entry of entries) {
    if (!(await writeOne(writer, entry, entry === last ? end : placeOf(entry)))) return false;
  }
  return true;
}

async function writeOne(writer: BatchWriter, entry: ReadableEntry, end: LogPlace): Promise<boolean> {
  try {
    return await writer.write([entry], end);
  } catch (error) {
    if (isPassing(error) || error instanceof ProjectionStopped) throw error;
    throw notApplied(writer.projector.name, entry, error);
  }
}
