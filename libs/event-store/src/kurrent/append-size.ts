import { convertToCommandError, MaxAppendSizeExceededError } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { LOG_LIMITS } from '../limits';
import { type KurrentConnection } from './kurrent-connection';
import { appendFailure } from './kurrent-failure';
import { type StreamNames } from './stream-names';

/** What an event carries beside its content: ids, hashes, the protocol's own. */
const ENVELOPE_BYTES = 64 * 1024;

/**
 * Offers the server an append of the largest size that the log allows, at a revision that cannot be: it is refused for its
 * revision, or for its size by a server whose setting is too small. Nothing is written. Without this an office would hear
 * of the setting on the day of its first large import.
 * @throws EventLogError LOG.APPEND_TOO_LARGE
 */
export async function checkAppendSize(connection: KurrentConnection, names: StreamNames): Promise<void> {
  const data = JSON.stringify({ text: 'x'.repeat(LOG_LIMITS.eventBytes) });
  const count = Math.ceil((LOG_LIMITS.appendBytes + ENVELOPE_BYTES) / data.length);
  const records = Array.from({ length: count }, () => ({ id: randomUUID(), type: 'size', data, metadata: '{}' }));
  try {
    await connection.append(names.onServer('size-check'), 1_000_000, records);
  } catch (error) {
    const failure = error instanceof Error ? convertToCommandError(error) : error;
    if (failure instanceof MaxAppendSizeExceededError) throw appendFailure(failure);
    // Any other refusal is about something else, which whoever appends is told.
  }
}
