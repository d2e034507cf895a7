import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore } from '#event-store';
import { APP_ROLE, type ControlledClock, createLogger, loadConfig, type OpenDatabase } from '#platform';
import { createTestDatabase } from '#testing';
import { type Foundation, layFoundation, type StandIns } from '../../apps/cli/src/foundation';
import { type House, openHouse } from '../../apps/cli/src/serve/house';

/** The whole product in this process, on a database and a folder of its own. */
export interface TestHouse {
  readonly foundation: Foundation;
  readonly house: House;
  /** Listens on a free port. @returns the address */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** What the product stands on, on a database and a folder of its own; the house is not opened. */
export interface TestFoundation {
  readonly foundation: Foundation;
  close(): Promise<void>;
}

/** Lays it, with whatever stands in for what the configuration says. */
export async function layTestFoundation(standIns: StandIns): Promise<TestFoundation> {
  const { ownerUrl, appUrl, close: dropDatabase } = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-house-'));
  const config = loadConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, TAIZHANG_DATA: dataFolder });
  const open: OpenDatabase = {
    ownerUrl,
    appUrl,
    appRole: APP_ROLE,
    kind: 'external',
    ended: new Promise(() => undefined),
    close: async () => undefined,
  };
  const foundation = await layFoundation(config, createLogger('silent'), open, standIns);
  const close = async (): Promise<void> => {
    await foundation.close();
    await dropDatabase();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { foundation, close };
}

/** Opens the product in all its roles, under a clock that the test moves. @param store in place of PostgreSQL's log */
export async function openTestHouse(clock: ControlledClock, store?: EventStore): Promise<TestHouse> {
  const { foundation, close } = await layTestFoundation({ clock, store });
  const house = await openHouse(foundation, 'all');
  return {
    foundation,
    house,
    listen: async () => {
      await house.http.listen(0, '127.0.0.1');
      return new URL(await house.http.getUrl()).origin;
    },
    close: async () => {
      await house.close();
      await close();
    },
  };
}
