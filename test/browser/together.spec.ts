import { type Locator } from 'playwright-core';
import { eventually } from '#testing';
import { SLOW_LINE } from '../../apps/cli/src/bench/first-rows.bench';
import { useDemo } from './support/demo';
import { DEMO_PASSWORD } from './support/demo-house';
import { Screen, type Size, SIZES } from './support/screen';

/** A task of 市卫生健康委 that is under way. */
const TITLE = '做实家庭医生签约服务';

/** How far below the window's upper edge something ends, in pixels. */
async function bottomOf(part: Locator): Promise<number> {
  const { y = Infinity, height = 0 } = (await part.boundingBox()) ?? {};
  return y + height;
}

describe('people at work at the same time, on bad lines', () => {
  const demo = useDemo();

  it('two people on one task see each other’s steps without asking', async () => {
    const clerk = await onTask('zhoulan');
    const reporter = await onTask('linjia');
    await reporter.page.getByRole('button', { name: '填报', exact: true }).first().click();
    const form = reporter.page.getByRole('dialog');
    await form.getByRole('textbox', { name: '进展情况' }).fill('签约服务包已更新，正在入户随访。');

    await clerk.page.getByRole('button', { name: '催办', exact: true }).first().click();
    const urging = clerk.page.getByRole('dialog');
    await urging.getByLabel('催办内容').fill('请本周五前报送。');
    await urging.getByRole('button', { name: '催办', exact: true }).click();
    await urging.waitFor({ state: 'hidden' });
    // Nothing is pressed in the other window: the step comes by itself, and does not stand in the form's way.
    await reporter.page.getByText('请本周五前报送。').first().waitFor({ state: 'attached' });
    await form.getByRole('button', { name: '提交进展' }).click();
    await form.waitFor({ state: 'hidden' });
    await clerk.page.getByText('签约服务包已更新，正在入户随访。').first().waitFor();
    for (const screen of [clerk, reporter]) {
      expect(screen.complaints).toEqual([]);
      await screen.close();
    }
  });

  it('a form that others have overtaken says what they did and is sent only when it is submitted again', async () => {
    // Units report apart: only what the same unit does meanwhile stands in the way of a form.
    const [first, second] = [await onTask('linjia'), await onTask('linjia')];
    const forms = [first, second].map(({ page }) => page.getByRole('dialog'));
    for (const [index, { page }] of [first, second].entries()) {
      await page.getByRole('button', { name: '填报', exact: true }).first().click();
      await forms[index]!.getByRole('textbox', { name: '进展情况' }).fill(
        index === 0 ? '第一个窗口先报。' : '第二个窗口后报。',
      );
    }
    await forms[0]!.getByRole('button', { name: '提交进展' }).click();
    await forms[0]!.waitFor({ state: 'hidden' });
    // The news may come before the press; it is the refusal that one goes on from.
    const refused = second.page.waitForResponse((response) => response.status() === 409);
    await forms[1]!.getByRole('button', { name: '提交进展' }).click();
    await refused;
    const changes = forms[1]!.getByRole('alert').filter({ hasText: '填写期间的变化' });
    await changes.getByText('第一个窗口先报。').waitFor();
    const goOn = changes.getByRole('button', { name: '按最新情况继续' });
    await eventually(async () => expect(await bottomOf(goOn)).toBeLessThan(SIZES.desktop.height));
    await second.picture('conflict');
    expect(await second.findings()).toEqual([]);
    await goOn.click();
    await changes.getByText('请对照上述变化核对填写的内容，再按“提交进展”提交。').waitFor();
    await second.picture('conflict-taken-note');
    await forms[1]!.getByRole('button', { name: '提交进展' }).click();
    await forms[1]!.waitFor({ state: 'hidden' });
    await first.page.getByText('第二个窗口后报。').first().waitFor();
    for (const screen of [first, second]) await screen.close();
  });

  it('the form of a request that somebody else decides stays with its text, and says who did what', async () => {
    const clerk = await onTask('zhoulan');
    await clerk.page.getByRole('button', { name: '更正', exact: true }).first().click();
    const asking = clerk.page.getByRole('dialog');
    await asking.getByLabel('第 1 个时限的到期日').fill('2027-03-31');
    await asking.getByLabel('理由').fill('签约平台推迟上线');
    await asking.getByRole('button', { name: '更正', exact: true }).click();
    await asking.waitFor({ state: 'hidden' });

    // From the list of what waits, whose entry goes away with the decision. The first page has room for the most pressing only.
    const [first, second] = [await demo.signedIn('shenping', 'desktop'), await demo.signedIn('shenping', 'desktop')];
    const forms = [first, second].map(({ page }) => page.getByRole('dialog'));
    for (const screen of [first, second]) await screen.go('/inbox');
    for (const [index, { page }] of [first, second].entries()) {
      await page.getByRole('button', { name: `审批 ${TITLE}` }).click();
      await forms[index]!.getByLabel('不同意', { exact: true }).check();
      await forms[index]!.getByLabel('理由').fill(index === 0 ? '按原期限办理。' : '平台已经上线。');
    }
    await forms[0]!.getByRole('button', { name: '提交审批' }).click();
    await forms[0]!.waitFor({ state: 'hidden' });
    await second.page.getByRole('button', { name: `审批 ${TITLE}` }).waitFor({ state: 'hidden' });
    const changes = forms[1]!.getByRole('alert').filter({ hasText: '填写期间的变化' });
    await changes.getByText('按原期限办理。').waitFor();
    await changes.getByText('沈平', { exact: false }).first().waitFor();
    await eventually(async () => expect(await forms[1]!.innerText()).toContain('这项申请已经审批或收回'));
    expect(await forms[1]!.getByLabel('理由').inputValue()).toBe('平台已经上线。');
    // There is nothing to go on with.
    expect(await changes.getByRole('button', { name: '按最新情况继续' }).count()).toBe(0);
    await changes.getByRole('button', { name: '关闭' }).waitFor();
    await second.picture('decided-meanwhile');
    expect(await second.findings()).toEqual([]);
    for (const screen of [clerk, first, second]) await screen.close();
  });

  it('the keyboard begins in the form of an act and is back at its button after it', async () => {
    const clerk = await onTask('zhoulan');
    const { page } = clerk;
    const button = page.getByRole('button', { name: '缓办', exact: true }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.getByLabel('理由').waitFor();
    const focused = page.locator(':focus');
    await eventually(async () => expect(await form.locator(':focus').count()).toBe(1));
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await eventually(async () => expect(await focused.textContent()).toBe('缓办'));

    // So it is with an event of the course: Escape leads back to its line.
    const line = page.locator('.step-open').first();
    await line.focus();
    await page.keyboard.press('Enter');
    await form.waitFor();
    // The drawer has taken the focus.
    await eventually(async () => expect(await page.locator('.step-open:focus').count()).toBe(0));
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await eventually(async () => expect(await page.locator('.step-open:focus').count()).toBe(1));
    await clerk.close();
  });

  it('Back closes the list of acts on the phone, and the task stays', async () => {
    const clerk = await onTask('zhoulan', 'phone');
    const { page } = clerk;
    const address = page.url();
    await page.getByRole('button', { name: '其他操作' }).click();
    const list = page.getByRole('dialog', { name: '您现在可以' });
    await list.waitFor();
    await page.goBack();
    await list.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: '其他操作' }).click();
    await list.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByRole('dialog', { name: '更正' }).waitFor();
    await page.goBack();
    await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(0));
    expect(page.url()).toBe(address);
    await clerk.close();
  });

  it('what was typed outlasts a lost line and an ended session', async () => {
    const reporter = await onTask('linjia');
    const { page } = reporter;
    await page.getByRole('button', { name: '填报', exact: true }).first().click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: '进展情况' }).fill('断线之前写下的进展。');
    const asksWho = (request: { url(): string }): boolean => new URL(request.url()).pathname === '/api/me';
    let unanswered = 0;
    page.on('requestfailed', (request) => {
      if (asksWho(request)) unanswered += 1;
    });
    await page.context().setOffline(true);
    await form.getByRole('button', { name: '提交进展' }).click();
    await form.getByText(/没有连上服务器，没有提交任何内容/u).waitFor();
    // Who is signed in is asked, too, until the console gives it up and begins anew: the page stays.
    await eventually(() => {
      expect(unanswered).toBeGreaterThan(3);
      return Promise.resolve();
    });
    expect(await form.getByRole('textbox', { name: '进展情况' }).inputValue()).toBe('断线之前写下的进展。');
    await reporter.picture('form-without-line');
    const back = page.waitForResponse((response) => asksWho(response) && response.ok());
    await page.context().setOffline(false);
    await back;
    expect(await form.getByRole('textbox', { name: '进展情况' }).inputValue()).toBe('断线之前写下的进展。');
    await page.context().clearCookies();
    await form
      .getByRole('button', { name: '提交进展' })
      .or(form.getByRole('button', { name: '重试' }))
      .first()
      .click();
    await page.getByText('登录已失效，请重新登录后继续，填写的内容保留在本机。').waitFor();
    await reporter.picture('session-ended');
    await reporter.signIn('linjia', DEMO_PASSWORD);
    await eventually(async () =>
      expect(await form.getByRole('textbox', { name: '进展情况' }).inputValue()).toBe('断线之前写下的进展。'),
    );
    expect(await form.getByText('请先登录').count()).toBe(0);
    await form
      .getByRole('button', { name: '提交进展' })
      .or(form.getByRole('button', { name: '重试' }))
      .first()
      .click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('断线之前写下的进展。').first().waitFor();
    await reporter.close();
  });

  it('a page that nobody touches asks to sign in once its session is over', async () => {
    const auditor = await Screen.open(demo.browser, demo.house.address, 'desktop', demo.house.clock.now());
    const { page } = auditor;
    // As the server answers a line that is begun anew, once nobody is signed in.
    await page.route('**/api/live*', (route) => route.fulfill({ status: 401 }));
    await auditor.go('/');
    await auditor.signIn('heqing', DEMO_PASSWORD);
    await page.getByRole('heading', { name: '审计', exact: true }).waitFor();
    await auditor.settled();
    await page.context().clearCookies();
    await page.getByText('登录已失效，请重新登录后继续，填写的内容保留在本机。').waitFor();
    await auditor.close();
  });

  it('a message takes back the act that it names, and gives way to the next one', async () => {
    const reporter = await onTask('linjia');
    const { page } = reporter;
    const form = page.getByRole('dialog');
    const notices = page.locator('.ant-notification-notice');
    for (const progress of ['先报的一次。', '后报的一次。']) {
      await page.getByRole('button', { name: '填报', exact: true }).first().click();
      await form.getByRole('textbox', { name: '进展情况' }).fill(progress);
      await form.getByRole('button', { name: '提交进展' }).click();
      await form.waitFor({ state: 'hidden' });
    }
    await eventually(async () => expect(await notices.count()).toBe(1));
    await reporter.picture('notice-of-last');
    const sent = page.waitForRequest((request) => request.url().endsWith('/withdraw'));
    await notices.getByRole('button', { name: '撤回' }).click();
    expect((await sent).postData()).toMatch(/^\{"commandId":"[\da-f-]{36}"\}$/u);
    await notices.getByText('已撤回“填报”').waitFor();
    await reporter.close();
  });

  it('stands on a slow line too, and writes down how long the table took', async () => {
    const screen = await demo.signedIn('shenping', 'phone');
    const line = await screen.page.context().newCDPSession(screen.page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW_LINE);
    const first = await timeToRows(screen);
    const again = await timeToRows(screen);
    process.stdout.write(`slow line: first rows after ${first} ms, again after ${again} ms\n`);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  /** From asking for the page to the first rows, in milliseconds; written down, never judged. */
  async function timeToRows(screen: Screen): Promise<number> {
    const begin = performance.now();
    await screen.go('/ledger');
    await screen.page.getByText('建立改革事项台账').first().waitFor();
    return Math.round(performance.now() - begin);
  }

  async function onTask(loginName: string, size: Size = 'desktop'): Promise<Screen> {
    const screen = await demo.signedIn(loginName, size);
    await screen.go(`/ledger?text=${encodeURIComponent(TITLE)}`);
    const link = screen.page.getByRole('link', { name: TITLE }).first();
    await screen.go((await link.getAttribute('href')) ?? '');
    await screen.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
    return screen;
  }
});
