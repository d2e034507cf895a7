import { type Browser } from 'playwright-core';
import { type RunningHouse, runHouse } from '../acceptance/support/running-house';
import { startChromium } from './support/chromium';
import { Screen, type Size } from './support/screen';

describe('signing in', () => {
  let house: RunningHouse;
  let browser: Browser;

  beforeAll(async () => {
    house = await runHouse('2022-03-01T01:00:00.000Z');
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it.each<Size>(['desktop', 'phone'])(
    'asks, refuses plainly, and has a one-time password changed first (%s)',
    async (size) => {
      const screen = await Screen.open(browser, house.address, size, house.clock.now());
      await screen.go('/ledger');
      await screen.signIn('admin', 'not-the-password');
      await screen.page.getByRole('alert').waitFor();
      await screen.picture('sign-in-refused');
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflow()).toBe(0);
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );
});
