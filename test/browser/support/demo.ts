import { type Browser } from 'playwright-core';
import { startChromium } from './chromium';
import { type DemoHouse, demoHouse } from './demo-house';
import { type Screen, type Size } from './screen';

/** A Wednesday, half past ten in Shanghai. */
export const DEMO_NOW = new Date('2026-09-16T02:30:00.000Z');

/** The demonstration and a browser, open for all tests of a file. */
export interface Demo {
  /** Somebody's window, signed in, at the first page. */
  signedIn(loginName: string, size?: Size): Promise<Screen>;
  readonly house: DemoHouse;
  readonly browser: Browser;
}

/** Opens both before the tests of a file and closes them after: called once, at the head of its `describe`. */
export function useDemo(now: Date = DEMO_NOW): Demo {
  const opened: { house?: DemoHouse; browser?: Browser } = {};
  beforeAll(async () => {
    opened.house = await demoHouse(now);
    opened.browser = await startChromium();
  });
  afterAll(async () => {
    await opened.browser?.close();
    await opened.house?.close();
  });
  const house = (): DemoHouse => there(opened.house);
  const browser = (): Browser => there(opened.browser);
  return {
    signedIn: (loginName, size = 'desktop') => house().signedIn(browser(), loginName, size),
    get house() {
      return house();
    },
    get browser() {
      return browser();
    },
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demonstration is open in tests only');
  return value;
}
