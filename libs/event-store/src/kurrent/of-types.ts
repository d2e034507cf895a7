import { type StoredEvent } from '../port';
import { type Position } from '../position';

/** Events of one page while only some types are wanted: the server filters by stream, and takes one filter only. */
const PAGE = 1_000;

/**
 * Reads on until so many events of the types are found, or the log is at its end.
 * @param read reads events after a position; fewer than asked for only at the end
 */
export async function ofTypes(
  read: (after: Position | null, limit: number) => Promise<StoredEvent[]>,
  after: Position | null,
  limit: number,
  types?: readonly string[],
): Promise<StoredEvent[]> {
  if (!types) return read(after, limit);
  const wanted: StoredEvent[] = [];
  for (let from = after; ;) {
    const page = await read(from, PAGE);
    wanted.push(...page.filter(({ type }) => types.includes(type)));
    from = page.at(-1)?.position ?? from;
    // What is beyond the limit is read again next time.
    if (wanted.length >= limit) return wanted.slice(0, limit);
    if (page.length < PAGE) return wanted;
  }
}
