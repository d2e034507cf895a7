import { type Locator } from 'playwright-core';
import { useDemo } from './support/demo';
import { type Screen, type Size } from './support/screen';

jest.setTimeout(180_000);

/** A Wednesday, half past midnight in Shanghai: still Tuesday in Greenwich. */
const NOW = new Date('2026-09-15T16:30:00.000Z');
const SIZES = ['desktop', 'phone'] as const satisfies readonly Size[];

/** The height of a line at a desk, and of what a thumb presses; in pixels. */
const LINE = 41;
const THUMB = 44;

/** The home of each role, with an act that waits in it; null: nothing of theirs waits. */
const HOMES: readonly (readonly [role: string, loginName: string, act: string | null])[] = [
  ['clerk', 'zhoulan', '催办'],
  ['reporter', 'linjia', '填报'],
  ['head', 'tangwei', null],
  ['both', 'pengbo', '填报'],
  ['verifier', 'qinyue', '核验'],
  ['closer', 'luoming', null],
  ['leader', 'shenping', null],
  ['auditor', 'heqing', null],
];

describe('the home of each role', () => {
  const demo = useDemo(NOW);

  const rowsOf = ({ page }: Screen): Locator => page.getByRole('main').locator('.home-row');

  async function homeOf(loginName: string, size: Size): Promise<Screen> {
    const screen = await demo.signedIn(loginName, size);
    await screen.page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
    await screen.settled();
    return screen;
  }

  it.each(HOMES.flatMap(([role, loginName, act]) => SIZES.map((size) => ({ role, loginName, act, size }))))(
    'of $role at a $size: a sentence, then one row for each task',
    async ({ role, loginName, act, size }) => {
      const screen = await homeOf(loginName, size);
      await screen.picture(`home-${role}`);
      const titles = await rowsOf(screen).getByRole('link').allTextContents();
      expect(new Set(titles).size).toBe(titles.length);
      const button = act === null ? null : rowsOf(screen).getByRole('button', { name: act }).first();
      if (button !== null) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(size === 'phone' ? THUMB : 24);
      }
      if (size === 'desktop' && titles.length > 0) {
        expect((await rowsOf(screen).first().boundingBox())?.height).toBeLessThanOrEqual(LINE);
      }
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflow()).toBe(0);
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );

  it('counts what the list behind a count holds', async () => {
    const screen = await homeOf('zhoulan', 'desktop');
    const { page } = screen;
    const counts = page.locator('.counts').first().getByRole('link');
    const texts = await counts.allTextContents();
    expect(texts.length).toBeGreaterThan(1);
    for (const [index, text] of texts.entries()) {
      const count = /\d+$/u.exec(text)?.[0] ?? '';
      await counts.nth(index).click();
      await page.getByText(`共 ${count} 项`).first().waitFor();
      await page.goBack();
      await counts.nth(index).waitFor();
    }
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('shows in the row what an act did, and the task waits no more', async () => {
    const screen = await homeOf('zhoulan', 'desktop');
    const { page } = screen;
    const button = rowsOf(screen).getByRole('button', { name: '催办' }).first();
    const name = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    await page.getByRole('dialog', { name: '催办' }).getByRole('button', { name: '催办', exact: true }).click();
    await page.locator('.home-rows-done').getByText('今天已催办').waitFor();
    await screen.picture('home-urged');
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    await page.reload();
    await screen.settled();
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
