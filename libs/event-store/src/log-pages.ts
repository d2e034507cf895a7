import { type OrderedLog, type StoredEvent } from './port';
import { comparePositions, type Position } from './position';

/** What {@link logPages} reads. */
export interface LogPagesOptions {
  /** The position after which to begin. Default: the log's beginning. */
  readonly after?: Position | null;
  /** The last position wanted, null for none. Default: the log's present end. */
  readonly upTo?: Position | null;
  /** Events of one read, 1 to 10,000. Default: 1,000. */
  readonly size?: number;
}

const SIZE = 1_000;

/** The log in order, a page at a time; no page is empty. For those who go through it once. */
export async function* logPages(
  log: OrderedLog,
  { after: start = null, upTo, size = SIZE }: LogPagesOptions = {},
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  let after = start;
  while (upTo === undefined || comparePositions(after, upTo) < 0) {
    const page: StoredEvent[] = await log.readAll(after, size);
    const wanted = upTo === undefined ? page : page.filter(({ position }) => comparePositions(position, upTo) <= 0);
    const last = wanted.at(-1);
    if (!last) return;
    yield wanted;
    after = last.position;
  }
}
