import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCalendar, dayInShanghai } from '#domain';
import { chinaCalendar } from '#engine';
import { APP_ROLE, ControlledClock, createLogger, loadConfig, type OpenDatabase } from '#platform';
import { createTestDatabase } from '#testing';
import { FIRST_ADMINISTRATOR, OFFICE_PEOPLE, UNIT_PEOPLE } from '../../../apps/cli/src/demo/content/people';
import { playStory } from '../../../apps/cli/src/demo/player/play-story';
import { writeStory } from '../../../apps/cli/src/demo/story/write-story';
import { layFoundation } from '../../../apps/cli/src/foundation';
import { openHouse } from '../../../apps/cli/src/serve/house';

/** Everybody's password in the demonstration of these tests. */
export const DEMO_PASSWORD = 'Chenghu-4Look';

/** The made-up city after its year, served in this process. */
export interface DemoHouse {
  readonly address: string;
  readonly clock: ControlledClock;
  close(): Promise<void>;
}

/** Plays the year up to a moment on a database of its own. */
export async function demoHouse(now: Date): Promise<DemoHouse> {
  const calendar = compileCalendar(chinaCalendar());
  const story = writeStory(dayInShanghai(now.toISOString()), calendar);
  const clock = new ControlledClock(`${story.days.first}T00:00:00.000Z`);
  const { ownerUrl, appUrl, close: dropDatabase } = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-browser-'));
  const config = loadConfig({
    PORT: '0',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    TAIZHANG_DATA: dataFolder,
  });
  const open: OpenDatabase = {
    ownerUrl,
    appUrl,
    appRole: APP_ROLE,
    kind: 'external',
    ended: new Promise(() => undefined),
    close: async () => undefined,
  };
  const foundation = await layFoundation(config, createLogger('silent'), open, clock);
  const house = await openHouse(foundation, 'all');
  const people = [...OFFICE_PEOPLE, ...UNIT_PEOPLE, FIRST_ADMINISTRATOR];
  const passwords = new Map(people.map(({ loginName }) => [loginName, DEMO_PASSWORD]));
  await playStory({ stage: { foundation, house, clock }, story, calendar, passwords, now });
  await house.http.listen(0, '127.0.0.1');
  return {
    address: new URL(await house.http.getUrl()).origin,
    clock,
    close: async () => {
      await house.close();
      await foundation.close();
      await dropDatabase();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
