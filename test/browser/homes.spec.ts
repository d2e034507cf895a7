import { readFile } from 'node:fs/promises';
import { type Locator } from 'playwright-core';
import { useDemo } from './support/demo';
import { type Screen, type Size } from './support/screen';

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
  ['security', 'fangyan', null],
  ['records', 'guwen', null],
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

  /** The figures of the sentence and of the kinds, found again among the rows below them. */
  async function saysWhatItLists(screen: Screen): Promise<void> {
    const { page } = screen;
    const sentence = (await page.locator('section[aria-labelledby="waiting"] .home-sentence').allTextContents()).join(
      '',
    );
    const figure = (pattern: RegExp): number => Number(pattern.exec(sentence)?.[1] ?? 0);
    const rows = rowsOf(screen);
    const withText = (text: string | RegExp) => rows.filter({ hasText: text }).count();
    const act = rows.filter({ has: page.locator('.home-act').getByRole('button') });
    expect([sentence, await act.count()]).toEqual([sentence, figure(/(\d+) 项待您办理/u)]);
    expect([sentence, (await rows.count()) - (await act.count())]).toEqual([sentence, figure(/另列 (\d+) 项/u)]);
    expect([sentence, await withText('已过期限')]).toEqual([sentence, figure(/其中 (\d+) 项已过办理期限/u)]);
    const late = figure(/^(\d+) 项逾期/u) - figure(/^\d+ 项逾期[^；]*其中 (\d+) 项现在不用您办理/u);
    expect([sentence, await act.filter({ has: page.locator('.lamp-late', { hasText: '逾期' }) }).count()]).toEqual([
      sentence,
      Math.max(0, late),
    ]);
    for (const said of await page.locator('section[aria-labelledby="waiting"] .counts a').allTextContents()) {
      const [kind = '', count = ''] = said.split(' ');
      // A part that its unit has in hand, or that others have, says where it stands.
      const shown = kind === '在办' ? /办理中|退回整改/u : kind === '送审或缓办' ? /由他人办理|恢复办理/u : kind;
      expect([said, await withText(shown)]).toEqual([said, Number(count)]);
    }
  }

  it.each(HOMES.flatMap(([role, loginName, act]) => SIZES.map((size) => ({ role, loginName, act, size }))))(
    'of $role at a $size: a sentence, then one row for each task',
    async ({ role, loginName, act, size }) => {
      const screen = await homeOf(loginName, size);
      await screen.picture(`home-${role}`);
      expect(await screen.page.locator('.home-sentence').first().textContent()).toMatch(/。$/u);
      const titles = await rowsOf(screen).getByRole('link').allTextContents();
      expect(new Set(titles).size).toBe(titles.length);
      const button = act === null ? null : rowsOf(screen).getByRole('button', { name: act }).first();
      if (button !== null) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(size === 'phone' ? THUMB : 24);
      }
      if (size === 'desktop' && titles.length > 0) {
        const ofOneLine = rowsOf(screen)
          .filter({ hasNot: screen.page.locator('.home-also') })
          .first();
        if ((await ofOneLine.count()) > 0) expect((await ofOneLine.boundingBox())?.height).toBeLessThanOrEqual(LINE);
      }
      await saysWhatItLists(screen);
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflow()).toBe(0);
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );

  it.each([
    ['clerk', 'zhoulan'],
    ['leader', 'shenping'],
  ])('of a %s counts what the list behind a count holds, in its rows and in its file', async (_role, loginName) => {
    const screen = await homeOf(loginName, 'desktop');
    const { page } = screen;
    const waiting = 'section[aria-labelledby="waiting"]';
    const texts = await page.locator(`${waiting} .home-sentence a, ${waiting} .counts a`).allTextContents();
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      const count = Number(/\d+/u.exec(text)?.[0]);
      await page.getByRole('link', { name: text, exact: true }).first().click();
      await page.getByText(`共 ${count} 项`).first().waitFor();
      await screen.settled();
      expect([text, await page.locator('.query-table tbody tr.ant-table-row').count()]).toEqual([text, count]);
      expect([text, await rowsOfFile(screen)]).toEqual([text, count]);
      await screen.go('/');
      await screen.settled();
    }
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it.each(SIZES)(
    'and 督办 say the same of what is to be decided; a row for each late task there (%s)',
    async (size) => {
      const screen = await homeOf('shenping', size);
      const { page } = screen;
      const counted = await page.locator('.counts a', { hasText: '待审批' }).allTextContents();
      await screen.go('/supervision');
      const rows = page.locator('section[aria-labelledby="late-tasks"] .supervised-task');
      await rows.first().waitFor();
      await screen.settled();
      expect(await page.locator('.counts a').allTextContents()).toEqual(counted);
      const said = await page.getByText(/^\d+ 项任务逾期后已催办或上报/u).textContent();
      expect(await rows.count()).toBe(Number(/^\d+/u.exec(said ?? '')?.[0]));
      const tasks = await rows.locator('> div > a').allTextContents();
      expect(new Set(tasks).size).toBe(tasks.length);
      const most: number[] = [];
      for (const row of await rows.all()) {
        const lines = await row.locator('.standing-delays > li').allTextContents();
        for (const line of lines) {
          expect(line).toMatch(/逾期 ?\d+ 个工作日.+，\d{4}-\d{2}-\d{2} 起下一步：(?:\d{4}-\d{2}-\d{2} |没有)/u);
        }
        most.push(Number(/\d+/u.exec(lines[0] ?? '')?.[0]));
      }
      expect(most).toEqual([...most].sort((one, other) => other - one));
      await rows.first().getByText('时限、告知和已阅情况').click();
      await rows
        .first()
        .getByText(/通知当事人/u)
        .first()
        .waitFor();
      await screen.picture('supervision-told');
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflow()).toBe(0);
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );

  it('leads to a list in which all is chosen, where many wait for the same act', async () => {
    const screen = await homeOf('zhoulan', 'desktop');
    const { page } = screen;
    const count = /\d+$/u.exec((await page.getByRole('link', { name: /^待催办 \d+$/u }).textContent()) ?? '')?.[0];
    await page.getByRole('link', { name: '批量催办' }).click();
    await page.getByText(`已选 ${count ?? ''} 项`).waitFor();
    await page.getByRole('button', { name: '催办', exact: true }).waitFor();
    await screen.picture('home-batch-urge');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('stands on the phone with every figure of its tables in sight', async () => {
    const screen = await homeOf('zhoulan', 'phone');
    const tables = screen.page.locator('.lamp-table-scroll');
    await tables.first().waitFor();
    const wider = `[...document.querySelectorAll('.lamp-table-scroll')].filter((each) => each.scrollWidth > each.clientWidth)`;
    const cut = await screen.page.evaluate(`${wider}.length`);
    expect(cut).toBe(0);
    await tables.first().scrollIntoViewIfNeeded();
    await screen.picture('home-tables-clerk');
    await screen.close();
  });

  it('has a head on the phone that a thumb can press', async () => {
    const screen = await homeOf('zhoulan', 'phone');
    const buttons = screen.page.getByRole('banner').getByRole('button');
    expect(await buttons.count()).toBeGreaterThan(2);
    for (const button of await buttons.all()) {
      const box = await button.boundingBox();
      expect([box?.width, box?.height].map((side) => (side ?? 0) >= THUMB)).toEqual([true, true]);
    }
    await screen.close();
  });

  it('shows in the row what an act did, and the task waits no more', async () => {
    const screen = await homeOf('zhoulan', 'desktop');
    const { page } = screen;
    const button = rowsOf(screen).getByRole('button', { name: '催办' }).first();
    const name = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    await page.getByRole('dialog', { name: '催办' }).getByRole('button', { name: '催办', exact: true }).click();
    await page.locator('.home-row-done').getByText('今天已催办').waitFor();
    await screen.picture('home-urged');
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    await page.reload();
    await screen.settled();
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});

/** The records of the file that holds the list: fields in quotation marks may go over several lines. */
async function rowsOfFile({ page }: Screen): Promise<number> {
  await page.getByRole('button', { name: '导出' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: '导出' }).click();
  const text = await readFile(await (await file).path(), 'utf8');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const [, ...lines] = text
    .replaceAll(/"(?:[^"]|"")*"/gu, '')
    .split('\r\n')
    .filter((line) => line !== '');
  return lines.length;
}
