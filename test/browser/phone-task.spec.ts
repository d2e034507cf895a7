import { type Locator } from 'playwright-core';
import { useDemo } from './support/demo';
import { type Screen } from './support/screen';

/** Where something stands on the screen. */
async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return box;
}

describe('a task on the phone', () => {
  const demo = useDemo();

  /** The page of the first task of a list, as a person opens it. */
  async function opened(loginName: string, list: string): Promise<Screen> {
    const screen = await demo.signedIn(loginName, 'phone');
    await screen.go(list);
    await screen.page.getByRole('list', { name: '台账任务' }).getByRole('link').first().click();
    await screen.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
    await screen.settled();
    return screen;
  }

  it('closes the form of an act by Back, and stays open', async () => {
    const screen = await opened('zhoulan', '/ledger?status=underway');
    const { page } = screen;
    const address = page.url();
    const form = page.getByRole('dialog', { name: '催办' });
    await page.getByRole('button', { name: '其他操作' }).click();
    await page.getByRole('button', { name: '催办', exact: true }).click();
    await form.waitFor();
    await page.goBack();
    await form.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(address);
    // Closed by its own button it leaves no place behind: the next Back leads to the list.
    await page.goForward();
    await form.getByRole('button', { name: '取消' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.goBack();
    await page.getByRole('list', { name: '台账任务' }).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('says what was done beside the bar of acts, and below the next form', async () => {
    const screen = await opened('zhoulan', '/ledger?status=underway');
    const { page } = screen;
    const more = page.getByRole('button', { name: '其他操作' });
    await more.click();
    await page.getByRole('button', { name: '催办', exact: true }).click();
    const form = page.getByRole('dialog', { name: '催办' });
    await form.getByRole('button', { name: '催办', exact: true }).click();
    const notice = page.locator('.ant-notification-notice').first();
    await notice.waitFor();
    await screen.picture('notice');
    const { y, height } = await boxOf(notice);
    expect(y + height).toBeLessThanOrEqual((await boxOf(more)).y);
    await more.click();
    await page.getByRole('dialog', { name: '您现在可以' }).waitFor();
    await screen.picture('notice-below-sheet');
    // What is in the middle of the notice is the sheet that covers it.
    const middle = await boxOf(notice);
    const [x, line] = [middle.x + middle.width / 2, middle.y + middle.height / 2];
    expect(await page.evaluate(`document.elementFromPoint(${x}, ${line})?.closest('.ant-notification') === null`)).toBe(
      true,
    );
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
