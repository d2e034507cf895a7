import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore } from '#event-store';
import { APP_ROLE, type Config, type ControlledClock, createLogger, loadConfig, type OpenDatabase } from '#platform';
import { type Foundation, layFoundation, type StandIns } from '#runtime';
import { createTestDatabase, keptFolder, onceForAll } from '#testing';
import { type Program, openProgram } from '../../apps/cli/src/serve/program';

/** The whole product in this process, on a database and a folder of its own. */
export interface TestHouse {
  readonly foundation: Foundation;
  readonly house: Program;
  /** Listens on a free port. @returns the address */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** What the product stands on, on a database and a folder of its own; the house is not opened. */
export interface TestFoundation {
  readonly foundation: Foundation;
  close(): Promise<void>;
}

/** A database and a data folder that outlast a start, so that there can be a second one, or two processes at once. */
export interface TestPlace {
  readonly config: Config;
  /** Of the owner's role, for what no program may do. */
  readonly ownerUrl: string;
  /** Lays a foundation there, as a process does; the caller closes it. */
  lay(standIns: StandIns): Promise<Foundation>;
  /** Removes both, and keeps what they hold for places that begin with it; whatever was open there is closed. */
  keep(as: string): Promise<void>;
  /** Removes both. */
  close(): Promise<void>;
}

/**
 * A place that holds what `make` brings about: made once in a run, by whoever asks first, and copied for each. A year of the demonstration was played
 * in nine files before, half a minute each.
 */
export async function placeLike(name: string, make: (place: TestPlace) => Promise<void>): Promise<TestPlace> {
  await onceForAll(name, async () => {
    const place = await makeTestPlace();
    await make(place);
    await place.keep(name);
  });
  return makeTestPlace(undefined, name);
}

/** Makes a place. @param redisUrl for the queue, in place of PostgreSQL @param kept what it begins with (`placeLike`); left out: empty */
export async function makeTestPlace(redisUrl?: string, kept?: string): Promise<TestPlace> {
  const database = await createTestDatabase(kept);
  const { ownerUrl, appUrl } = database;
  const dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-house-'));
  if (kept !== undefined) await cp(keptFolder(kept), dataFolder, { recursive: true });
  const queue = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
  const config = loadConfig({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    TAIZHANG_DATA: dataFolder,
    ...queue,
  });
  const open: OpenDatabase = {
    ownerUrl,
    appUrl,
    appRole: APP_ROLE,
    kind: 'external',
    ended: new Promise(() => undefined),
    close: async () => undefined,
  };
  const removeFolder = () => rm(dataFolder, { recursive: true, force: true });
  const close = () => database.close().then(removeFolder);
  const keep = async (as: string): Promise<void> => {
    await cp(dataFolder, keptFolder(as), { recursive: true });
    await database.keep(as);
    await removeFolder();
  };
  return {
    config,
    ownerUrl,
    close,
    keep,
    lay: (standIns) => layFoundation(config, createLogger('silent'), open, standIns),
  };
}

/** Lays it, with whatever stands in for what the configuration says. */
export async function layTestFoundation(standIns: StandIns, redisUrl?: string): Promise<TestFoundation> {
  const place = await makeTestPlace(redisUrl);
  try {
    const foundation = await place.lay(standIns);
    return { foundation, close: () => foundation.close().then(() => place.close()) };
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Opens the product in all its roles, under a clock that the test moves. @param store in place of PostgreSQL's log @param redisUrl for the queue */
export async function openTestHouse(clock: ControlledClock, store?: EventStore, redisUrl?: string): Promise<TestHouse> {
  const { foundation, close } = await layTestFoundation({ clock, store }, redisUrl);
  const opened = await openOn(foundation);
  return { ...opened, close: () => opened.close().then(close) };
}

/** Opens the product in a place; what is closed with it is all but the place. */
export async function openHouseAt(place: TestPlace, standIns: StandIns): Promise<TestHouse> {
  const foundation = await place.lay(standIns);
  const opened = await openOn(foundation);
  return { ...opened, close: () => opened.close().then(() => foundation.close()) };
}

/** The house on a foundation; the foundation stays the caller's. */
async function openOn(foundation: Foundation): Promise<TestHouse> {
  const house = await openProgram(foundation, 'all');
  const listen = async (): Promise<string> => {
    await house.http.listen(0, '127.0.0.1');
    return new URL(await house.http.getUrl()).origin;
  };
  return { foundation, house, listen, close: () => house.close() };
}
