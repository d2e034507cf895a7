import { isPastReminder } from '#domain';
import { type InboxEntry } from '../api/answer';
import { isNewer } from '../api/positions';

/** True for an entry that is new to the reader, as the bell counts it: reminders of a task that has ended since are not. */
export function isFresh(
  { kind, status, position }: Pick<InboxEntry, 'kind' | 'status' | 'position'>,
  seenUpTo: string | null,
): boolean {
  return isNewer(position, seenUpTo) && !isPastReminder(kind, status);
}
