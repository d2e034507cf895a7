import { type Pool } from 'pg';
import { comparePositions, type EventStore, logPages, type Position, streamParts } from '#event-store';
import { type Checkpoint, readCheckpoints } from './checkpoint';
import { type Projector } from './projector';
import { NO_EVENTS, type Tally, tallied } from './tally';

/** What has gone into a projection's tables beside what the log holds for it, up to its checkpoint. */
export interface TallyFinding {
  readonly checkpoint: Checkpoint;
  /** What the log holds. */
  readonly expected: Tally;
  readonly verdict: 'complete' | 'different';
}

/**
 * Checks that every event of the log has gone into each projection's tables once and in order: it reads the log up to the
 * furthest checkpoint and tallies it anew.
 * @param onProgress told how many events have been read
 */
export async function checkTallies(
  store: EventStore,
  pool: Pool,
  projectors: readonly Projector[],
  onProgress: (events: number) => void = () => undefined,
): Promise<readonly TallyFinding[]> {
  const checkpoints = await readCheckpoints(pool);
  const counted = projectors.flatMap(({ name, categories }) => {
    const checkpoint = checkpoints.get(name);
    return checkpoint ? [{ checkpoint, categories, expected: NO_EVENTS }] : [];
  });
  const end = counted.map(({ checkpoint }) => checkpoint.place?.position ?? null).reduce(further, null);
  let read = 0;
  for await (const page of logPages(store, { upTo: end })) {
    for (const each of counted) {
      const own = page.filter(
        ({ stream, position }) =>
          comparePositions(position, each.checkpoint.place?.position ?? null) <= 0 &&
          each.categories.has(streamParts(stream).category),
      );
      each.expected = tallied(each.expected, own);
    }
    read += page.length;
    onProgress(read);
  }
  return counted.map(({ checkpoint, expected }) => ({
    checkpoint,
    expected,
    verdict: verdictOn(checkpoint, expected),
  }));
}

function further(one: Position | null, other: Position | null): Position | null {
  return comparePositions(one, other) >= 0 ? one : other;
}

function verdictOn({ tally }: Checkpoint, expected: Tally): TallyFinding['verdict'] {
  return tally.events === expected.events && tally.digest === expected.digest ? 'complete' : 'different';
}
