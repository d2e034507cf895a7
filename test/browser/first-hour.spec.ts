import { type Browser } from 'playwright-core';
import { type RunningHouse, runHouse } from '../acceptance/support/running-house';
import { startChromium } from './support/chromium';
import { Screen, type Size } from './support/screen';

const OWN_PASSWORD = 'Chenghu-4Look';

/** As it is copied out of a sheet. */
const PEOPLE = [
  ['姓名', '单位', '岗位'],
  ['周澜', '澄溪市政府督查室', '督查员'],
  ['秦越', '澄溪市政府督查室', '核验人'],
  ['罗铭', '澄溪市政府督查室', '销号签批人'],
  ['林佳', '市医保局', '填报人、单位负责人'],
  ['袁菲', '市数据局', '填报人'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

describe('the first hour of an office', () => {
  let browser: Browser;
  let house: RunningHouse;

  beforeAll(async () => {
    browser = await startChromium();
  });
  beforeEach(async () => {
    // A year whose successor has no published arrangement of holidays.
    house = await runHouse('2026-11-23T01:00:00.000Z');
  });
  afterEach(() => house.close());
  afterAll(() => browser.close());

  const looked = async (screen: Screen, name: string): Promise<void> => {
    await screen.settled();
    await screen.picture(name);
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflow()).toBe(0);
  };

  const firstSignIn = async (screen: Screen): Promise<void> => {
    const { page } = screen;
    await screen.go('/');
    await screen.signIn('admin', house.firstPassword);
    await page.getByLabel('当前口令').fill(house.firstPassword);
    await page.getByLabel('新口令', { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel('再次填写新口令').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
  };

  const pastePeople = async ({ page }: Screen): Promise<void> => {
    await page.getByLabel('第 1 行姓名').focus();
    await page.evaluate(`
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(PEOPLE)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    `);
  };

  it.each<Size>(['desktop', 'phone'])(
    'leads from the first sign-in to who imports the first document, hands out slips, and names the posts that are missing (%s)',
    async (size) => {
      const screen = await Screen.open(browser, house.address, size, house.clock.now());
      const { page } = screen;
      await firstSignIn(screen);

      await page.getByLabel('督查办公室').fill('澄溪市政府督查室');
      await page.getByLabel('本级机关').fill('澄溪市人民政府');
      await page.getByLabel('责任单位').fill('1\t市医保局\n2\t市财政局\n市医保局');
      await looked(screen, 'first-hour-units');
      await page.getByLabel('督查办公室').press('Enter');

      await page.getByText('2026 年的放假安排已收录').waitFor();
      await page.getByText('2027 年', { exact: true }).click();
      await page.getByText('暂按双休日计算').waitFor();
      await looked(screen, 'first-hour-calendar');
      await page.getByRole('button', { name: '与实际安排一致，下一步' }).click();

      await page.getByLabel('第 1 行姓名').waitFor();
      await page.getByText('现在能登录并有岗位的有 1 人，不足 5 人，请只用练习台账', { exact: false }).waitFor();
      await looked(screen, 'first-hour-people');
      await pastePeople(screen);
      await page.getByRole('button', { name: '建立 5 个账号并授予岗位' }).click();
      await page.getByText('5 张口令条').waitFor();
      await page.getByRole('button', { name: '预览口令条' }).click();
      await looked(screen, 'first-hour-slips');
      await printed(screen);

      await page.getByRole('button', { name: '下一步', exact: true }).click();
      await page.getByText('导入文件由督查员办理。现在可以由 周澜 登录', { exact: false }).waitFor();
      // Six people hold posts by now; what one of them asks for, no other could decide.
      await page.getByText('任务要办到销号，还缺这些岗位').waitFor();
      await page.getByText('缺第二名督查员或领导', { exact: false }).waitFor();
      expect(await page.getByText('请只用练习台账', { exact: false }).count()).toBe(0);
      await looked(screen, 'first-hour-document');
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );

  /** On paper there are the slips and nothing else of the page. */
  const printed = async ({ page }: Screen): Promise<void> => {
    await page.emulateMedia({ media: 'print' });
    const slips = page.locator('.slip-sheets .slip');
    expect(await slips.count()).toBe(5);
    expect(await slips.first().isVisible()).toBe(true);
    expect(await slips.first().innerText()).toMatch(/周澜[\s\S]*登录名\s*zhoulan[\s\S]*一次性口令\s*\S{4}(-\S{4}){3}/u);
    expect(await page.locator('#root').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  };
});
