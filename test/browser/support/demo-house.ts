import { type Browser } from 'playwright-core';
import { dayInShanghai } from '#domain';
import { builtInCalendar } from '#engine';
import { ControlledClock } from '#platform';
import { ensureRules } from '#runtime';
import { FIRST_ADMINISTRATOR, OFFICE_PEOPLE, UNIT_PEOPLE } from '../../../apps/cli/src/demo/content/people';
import { playStory } from '../../../apps/cli/src/demo/player/play-story';
import { writeStory } from '../../../apps/cli/src/demo/story/write-story';
import { openHouseAt, placeLike, type TestPlace } from '../../support/test-house';
import { Screen, type Size } from './screen';

/** Everybody's password in the demonstration of these tests. */
export const DEMO_PASSWORD = 'Chenghu-4Look';

/** The made-up city after its year, served in this process. */
export interface DemoHouse {
  readonly address: string;
  readonly clock: ControlledClock;
  /** Somebody's window, signed in, at the first page. */
  signedIn(browser: Browser, loginName: string, size: Size): Promise<Screen>;
  /** Does what is due now, as the program does by itself each minute. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** The demonstration at a moment, served from a place of its own. */
export async function demoHouse(now: Date): Promise<DemoHouse> {
  const place = await placeLike(`demo_${now.getTime()}`, (empty) => playYear(empty, now));
  const clock = new ControlledClock(now.toISOString());
  const { house, listen, close } = await openHouseAt(place, { clock });
  const address = await listen();
  return {
    address,
    clock,
    signedIn: async (browser, loginName, size) => {
      const screen = await Screen.open(browser, address, size, clock.now());
      await screen.go('/');
      await screen.signIn(loginName, DEMO_PASSWORD);
      await screen.page.getByRole('banner').waitFor();
      return screen;
    },
    sweep: async () => {
      await house.worker?.deadlines.sweep();
    },
    close: () => close().then(() => place.close()),
  };
}

/** Plays the year up to a moment. */
async function playYear(place: TestPlace, now: Date): Promise<void> {
  const calendar = builtInCalendar();
  const story = writeStory(dayInShanghai(now.toISOString()), calendar);
  const clock = new ControlledClock(`${story.days.first}T00:00:00.000Z`);
  const { foundation, house, close } = await openHouseAt(place, { clock });
  const people = [...OFFICE_PEOPLE, ...UNIT_PEOPLE, FIRST_ADMINISTRATOR];
  const passwords = new Map(people.map(({ loginName }) => [loginName, DEMO_PASSWORD]));
  // As every start does.
  await ensureRules(house.bus);
  await playStory({ stage: { foundation, program: house, clock }, story, calendar, passwords, now });
  await close();
}
