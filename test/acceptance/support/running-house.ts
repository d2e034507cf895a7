import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_ROLE, ControlledClock, createLogger, loadConfig, type OpenDatabase } from '#platform';
import { createTestDatabase } from '#testing';
import { type Foundation, layFoundation } from '../../../apps/cli/src/foundation';
import { ensureFirstAdministrator } from '../../../apps/cli/src/serve/first-administrator';
import { type House, openHouse } from '../../../apps/cli/src/serve/house';

/** The whole product in this process, on a database of its own, under a clock that the test moves. */
export interface RunningHouse {
  readonly address: string;
  readonly clock: ControlledClock;
  readonly foundation: Foundation;
  readonly house: House;
  /** The first administrator's one-time password, as read from the file that a first start leaves. */
  readonly firstPassword: string;
  /** Moves the clock and lets everything fall due that has. */
  passTo(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the product at a moment. */
export async function runHouse(start: string): Promise<RunningHouse> {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-acceptance-'));
  const { ownerUrl, appUrl } = database;
  const config = loadConfig({
    PORT: '0',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    TAIZHANG_DATA: dataFolder,
  });
  const clock = new ControlledClock(start);
  const logger = createLogger('silent');
  const open: OpenDatabase = {
    ownerUrl,
    appUrl,
    appRole: APP_ROLE,
    kind: 'external',
    ended: new Promise(() => undefined),
    close: async () => undefined,
  };
  const foundation = await layFoundation(config, logger, open, clock);
  const house = await openHouse(foundation, 'all');
  if (!house.worker) throw new Error('the role all serves and works');
  const { worker } = house;
  await house.http.listen(0, '127.0.0.1');
  const first = await ensureFirstAdministrator(foundation, house.bus);
  const text = await readFile(first?.passwordFile ?? '', 'utf8');
  return {
    address: new URL(await house.http.getUrl()).origin,
    clock,
    foundation,
    house,
    firstPassword: /一次性口令：(\S+)/u.exec(text)?.[1] ?? '',
    passTo: async (instant) => {
      clock.set(instant);
      await worker.deadlines.sweep();
    },
    close: async () => {
      await house.close();
      await foundation.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
