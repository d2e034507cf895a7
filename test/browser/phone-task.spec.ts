import { type Locator } from 'playwright-core';
import { taskDetailSchema, taskListSchema } from '#contracts';
import { eventually } from '#testing';
import { Person } from '../acceptance/support/person';
import { useDemo } from './support/demo';
import { DEMO_PASSWORD } from './support/demo-house';
import { type Screen, SIZES } from './support/screen';

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

  it('leads to the first field that is refused, and takes a figure as people write it', async () => {
    const reporter = await new Person(demo.house.address, 'linjia', DEMO_PASSWORD).signIn();
    const { tasks } = await reporter.reads('tasks?mine=work&limit=50', taskListSchema);
    const measured = tasks.find(({ indicators, status }) => indicators.length > 0 && status === 'underway');
    if (measured === undefined) throw new Error('nothing that is measured is under way');
    const screen = await demo.signedIn('linjia', 'phone');
    const { page } = screen;
    await screen.go(`/tasks/${measured.taskId}?act=task.report`);
    const form = page.getByRole('dialog', { name: '填报' });
    const reading = form.locator('.reading-inputs').first().locator('input').first();
    await reading.fill('不详');
    const send = form.locator('button[type="submit"]');
    await send.tap();
    // Nothing was said of the progress: it stands above the figure.
    const progress = form.getByLabel('进展情况');
    const focused = (field: Locator) => eventually(async () => expect(await isFocusedInSight(field)).toBe(true));
    await focused(progress);
    await progress.fill('完成系统改造');
    await send.tap();
    await focused(reading);
    await screen.picture('refused-reading');
    await reading.fill('约９６．５％');
    await form.getByText('按 96.5 登记', { exact: false }).waitFor();
    await screen.picture('about-reading');
    await send.tap();
    await form.waitFor({ state: 'hidden' });
    const { task } = await reporter.reads(`tasks/${measured.taskId}`, taskDetailSchema);
    expect(task.indicators.map((each) => each.reading?.value)).toContain(96.5);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});

/** True while a field has the keyboard and stands within the window. */
async function isFocusedInSight(field: Locator): Promise<boolean> {
  const focused: unknown = await field.page().evaluate('document.activeElement?.id ?? null');
  const box = await field.boundingBox();
  const inSight = box !== null && box.y >= 0 && box.y + box.height <= SIZES.phone.height;
  return inSight && focused === (await field.getAttribute('id'));
}
