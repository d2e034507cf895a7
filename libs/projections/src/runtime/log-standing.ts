import { type Pool } from 'pg';
import { INSTALLATION_EVENTS, INSTALLATION_STREAM } from '#domain';
import { type EventStore, isEventLogError, isPlaceIn, type LogPlace, type StoredEvent } from '#event-store';
import { readCheckpoints } from './checkpoint';
import { type LogOrigin, readOrigin } from './log-origin';

/**
 * How the log stands to the read models:
 * - `new`: nothing is in it, and nothing was ever made from it;
 * - `same`: it carries the name that is noted, and holds everything that the tables were made from;
 * - `unnoted`: the name chosen here is in it, and a crash came before that was noted;
 * - `unadopted`: it has a name, and the database has none;
 * - `other`: it carries another name;
 * - `older`: it lacks events that the tables were made from, or is empty;
 * - `nameless`: it does not begin with a name: 0.1 or something foreign wrote it.
 */
export interface LogStanding {
  readonly kind: 'new' | 'same' | 'unnoted' | 'unadopted' | 'other' | 'older' | 'nameless';
  /** The name in the log; null when it has none. */
  readonly installationId: string | null;
}

/** Places that something in the database was brought up to, such as the checkpoints of projections. */
export type PlaceSource = () => Promise<readonly LogPlace[]>;

/** The places up to which the tables of projections go. */
export function projectedPlaces(pool: Pool): PlaceSource {
  return async () => [...(await readCheckpoints(pool)).values()].flatMap(({ place }) => place ?? []);
}

/** What is compared. */
export interface Compared {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly places: readonly PlaceSource[];
}

/**
 * Compares the read models with the log; changes nothing. What is not as it should be is looked at twice, since another process
 * may be founding the log or adopting it between the look at the database and the one at the log.
 * @throws what database and log throw when they are away
 */
export async function standingOf(compared: Compared): Promise<LogStanding> {
  const standing = await compare(compared);
  return SOUND.has(standing.kind) ? standing : compare(compared);
}

const SOUND: ReadonlySet<LogStanding['kind']> = new Set(['new', 'same', 'unnoted']);

async function compare({ pool, store, places }: Compared): Promise<LogStanding> {
  // The database first: the log only grows meanwhile, so that what was noted in the database must be in it.
  const origin = await readOrigin(pool);
  const kept = (await Promise.all(places.map((read) => read()))).flat();
  const installationId = await nameOf(store);
  if (installationId === null) return { kind: await withoutName(store, origin, kept), installationId };
  if (origin?.installationId !== installationId) {
    return { kind: origin?.founded === true ? 'other' : 'unadopted', installationId };
  }
  if (!(await allIn(store, kept))) return { kind: 'older', installationId };
  return { kind: origin.founded ? 'same' : 'unnoted', installationId };
}

/** The name that a log's first event gives it; null when it has none. */
export async function nameOf(store: EventStore): Promise<string | null> {
  const first = (await firstOfItsStream(store)) ?? (await firstOfAll(store));
  const data = INSTALLATION_EVENTS['installation.founded'].schema.safeParse(first?.data);
  return data.data?.installationId ?? null;
}

/** Undefined also where the stream was deleted: then its event may still stand in the log. */
async function firstOfItsStream(store: EventStore): Promise<StoredEvent | undefined> {
  try {
    return (await store.readStream(INSTALLATION_STREAM, 0, 1))[0];
  } catch (error) {
    if (isEventLogError(error, 'LOG.STREAM_LOST')) return undefined;
    throw error;
  }
}

/** Only looked for where its stream gives none: on a server that others use too, the log's beginning is far away. */
async function firstOfAll(store: EventStore): Promise<StoredEvent | undefined> {
  const [first] = await store.readAll(null, 1);
  return first?.stream === INSTALLATION_STREAM ? first : undefined;
}

async function withoutName(
  store: EventStore,
  origin: LogOrigin | null,
  kept: readonly LogPlace[],
): Promise<LogStanding['kind']> {
  if ((await store.head()) !== null) return 'nameless';
  return origin?.founded === true || kept.length > 0 ? 'older' : 'new';
}

async function allIn(store: EventStore, places: readonly LogPlace[]): Promise<boolean> {
  const different = new Map(places.map((place) => [`${place.position} ${place.hash}`, place]));
  for (const place of different.values()) {
    if (!(await isPlaceIn(store, place))) return false;
  }
  return true;
}
