import { type Browser, type Locator } from 'playwright-core';
import { accountWithPasswordSchema, ledgerListSchema, taskListSchema, unitListSchema } from '#contracts';
import { type Role } from '#domain';
import { Person } from '../acceptance/support/person';
import { type RunningHouse, runHouse } from '../acceptance/support/running-house';
import { startChromium } from './support/chromium';
import { Screen, type Size } from './support/screen';

/** The second task has a limit that names no date, which a person has to settle before anything is hung. */
const DOCUMENT = `云岭市人民政府办公室关于印发2022年医改重点任务的通知

云政办发〔2022〕6号

一、健全推进机制

1.建立改革台账。各项任务逐条列入台账，2022年6月底前完成。（牵头单位：市卫生健康局；配合单位：市医疗保障局）

2.完善会商制度。每月召开一次会商会，会商纪要在会后5个工作日内报送。（牵头单位：市医疗保障局；配合单位：市财政局）

3.提高签约服务质量。2022年底前重点人群签约率达到75%以上。（牵头单位：市卫生健康局）
`;
const OWN_PASSWORD = 'Songhe-2021-screen';

/** From a document to a closed task, each step in the browser of the person whose step it is. */
describe('the main job, as different people', () => {
  let house: RunningHouse;
  let browser: Browser;
  let administrator: Person;
  const screens: Screen[] = [];

  beforeAll(async () => {
    house = await runHouse('2022-03-01T01:00:00.000Z');
    browser = await startChromium();
    administrator = await new Person(house.address, 'admin', house.firstPassword).signIn();
  });

  afterAll(async () => {
    for (const screen of screens) await screen.close();
    await browser.close();
    await house.close();
  });

  it('goes from pasted text to a closing number', async () => {
    const office = (await administrator.does('units', { name: '云岭市医改办' })).id;
    const clerk = await comesToWork('ducha', ['supervision-clerk'], office);
    await importsTheSample(clerk);

    const { lead, title } = await aTask();
    const reporter = await comesToWork('tianbao', ['reporter'], lead, 'phone');
    const head = await comesToWork('fuze', ['unit-head'], lead);
    const verifier = await comesToWork('heyan', ['verifier'], office);
    const closer = await comesToWork('xiaohao', ['closer'], office);

    await actsFromInbox(reporter, `签收 ${title}`, async (form) => form.getByRole('button', { name: '签收' }).click());
    await reporter.picture('main-job-accepted');
    await openTask(reporter, title);
    await act(reporter, '填报', async (form) => {
      await form.getByRole('textbox', { name: '进展情况' }).fill('实施方案已印发，各项举措全部落实。');
      await form.getByLabel('完成百分比').fill('100');
      await reporter.picture('main-job-report');
      await form.getByRole('button', { name: '提交进展' }).click();
    });
    await openTask(head, title);
    await act(head, '申请销号', async (form) => {
      await form.getByRole('textbox', { name: '自查情况' }).fill('逐项核对，均已完成。');
      // What is not due yet is claimed by a person, never by default.
      await form.getByRole('checkbox', { name: /到期/u }).check();
      await form.getByRole('checkbox', { name: /承诺/u }).check();
      await head.picture('main-job-request');
      await form.getByRole('button', { name: '申请销号' }).click();
    });
    await actsFromInbox(verifier, `核验 ${title}`, async (form) => {
      await form.getByRole('radio', { name: '核验通过' }).check();
      await form.getByRole('textbox', { name: '核验结论' }).fill('现场核查属实，达到要求。');
      await verifier.picture('main-job-verify');
      await form.getByRole('button', { name: '核验通过' }).click();
    });
    await actsFromInbox(closer, `销号 ${title}`, async (form) => {
      await form.getByRole('radio', { name: '销号', exact: true }).check();
      await form.getByRole('radio', { name: '已完成', exact: true }).check();
      await form.getByRole('textbox', { name: '销号意见' }).fill('同意销号。');
      await closer.picture('main-job-close');
      await form.getByRole('button', { name: '签批销号' }).click();
      await form.getByText('不能撤回。', { exact: false }).last().waitFor();
      await form.getByRole('button', { name: '确认签批销号' }).click();
    });
    await openTask(clerk, title);
    await clerk.page
      .getByText(/云医改销〔2022〕1号/u)
      .first()
      .waitFor();
    await clerk.settled();
    await clerk.picture('main-job-closed');
    for (const screen of screens) expect(screen.complaints).toEqual([]);
  });

  async function comesToWork(
    loginName: string,
    roles: readonly Role[],
    unitId: string,
    size: Size = 'desktop',
  ): Promise<Screen> {
    const names = { loginName, displayName: `${loginName}同志` };
    const made = await administrator.posts('accounts', names, accountWithPasswordSchema);
    for (const role of roles) {
      await administrator.does(`accounts/${made.accountId}/grant-post`, { unitId, role });
    }
    const screen = await Screen.open(browser, house.address, size, house.clock.now());
    screens.push(screen);
    await screen.go('/');
    await screen.signIn(loginName, made.oneTimePassword ?? '');
    const { page } = screen;
    await page.getByLabel('当前口令').fill(made.oneTimePassword ?? '');
    await page.getByLabel('新口令', { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel('再次填写新口令').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('heading', { name: '首页' }).waitFor();
    return screen;
  }

  async function importsTheSample(clerk: Screen): Promise<void> {
    const { page } = clerk;
    await clerk.go('/import');
    await page.getByRole('button', { name: '新建台账' }).click();
    await page.getByLabel('台账名称').fill('云岭市2021年医改重点任务');
    await page.getByLabel('任务编号前缀').fill('YL2021');
    await page.getByLabel('销号文号前缀').fill('云医改销');
    await page.getByRole('button', { name: '建立台账' }).click();
    await page.getByLabel('粘贴文件全文').fill(DOCUMENT);
    await suggestsFreeNumbers(clerk);
    await page.getByRole('button', { name: '读取文件' }).click();
    await clerk.settled();
    await clerk.picture('main-job-import');
    const part = page.getByRole('radiogroup', { name: '看哪一部分' });
    await part.getByText(/^单位（\d+ 个待定）$/u).click();
    await page.getByRole('button', { name: /个名录中没有的都新建/u }).click();
    expect(await clerk.findings()).toEqual([]);
    await part.getByText(/^草稿 \d+$/u).click();
    await page.getByText('完善会商制度', { exact: true }).click();
    await page.getByRole('button', { name: '修改' }).first().click();
    await page.getByRole('button', { name: '删除时限 2' }).click();
    await page.getByRole('button', { name: '改好了' }).click();
    await page.getByRole('button', { name: '导入 3 项' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /一起标为已核对/u }).click();
    await clerk.picture('main-job-import-confirm');
    await dialog.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('heading', { name: '确认单位和时限，挂账' }).waitFor();
    await page.getByRole('checkbox', { name: /不含国家秘密/u }).check();
    await page.getByRole('button', { name: /^确认并挂账 \d+ 项$/u }).click();
    await page.getByRole('button', { name: /^交办全部 \d+ 项$/u }).click();
    await page
      .getByText(/已交办给 \d+ 个单位/u)
      .first()
      .waitFor();
    await page.getByRole('cell', { name: /^(每月|2022-03-31)$/u }).waitFor();
    await clerk.picture('main-job-assigned');
  }

  /** A task that was assigned, with its lead unit. */
  async function aTask(): Promise<{ lead: string; title: string }> {
    const clerk = await new Person(house.address, 'ducha', OWN_PASSWORD).signIn();
    const { ledgers } = await clerk.reads('ledgers', ledgerListSchema);
    expect(ledgers).toHaveLength(1);
    const { tasks } = await clerk.reads('tasks?status=assigned', taskListSchema);
    const [task] = tasks;
    const { units } = await clerk.reads('units', unitListSchema);
    const lead = task?.leadUnits[0]?.unitId ?? '';
    expect(units.map(({ unitId }) => unitId)).toContain(lead);
    return { lead, title: task?.title ?? '' };
  }

  /** A second ledger is numbered after the document; a number that the first one has is told while it is typed. */
  async function suggestsFreeNumbers(clerk: Screen): Promise<void> {
    const { page } = clerk;
    await page.getByRole('button', { name: '新建台账' }).click();
    const form = page.getByRole('dialog');
    await form.getByText('按文号 云政办发〔2022〕6号 拟定，可以修改').first().waitFor();
    const code = form.getByLabel('任务编号前缀');
    expect(await code.inputValue()).toBe('YZ2022');
    expect(await form.getByLabel('销号文号前缀').inputValue()).toBe('云政销');
    await code.fill('ｙｌ 2021');
    await form.getByText('编号已被《云岭市2021年医改重点任务》台账使用，请另取一个').waitFor();
    await form.getByLabel('销号文号前缀').fill('练习销');
    await form.getByText('“练习”开头的文号留给练习台账，请另取一个').waitFor();
    expect(await clerk.findings()).toEqual([]);
    await form
      .getByRole('button', { name: '取 消' })
      .or(form.getByRole('button', { name: '取消' }))
      .click();
    await form.waitFor({ state: 'hidden' });
  }

  async function actsFromInbox(screen: Screen, button: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await screen.go('/inbox');
    await screen.page.getByRole('button', { name: button }).first().click();
    await inSheet(screen, fill);
  }

  async function openTask(screen: Screen, title: string): Promise<void> {
    await screen.go(`/ledger?text=${encodeURIComponent(title.slice(0, 12))}`);
    const link = screen.page.getByRole('link', { name: title }).first();
    await screen.go((await link.getAttribute('href')) ?? '');
    await screen.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
  }

  async function act(screen: Screen, word: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await screen.page.getByRole('button', { name: word, exact: true }).first().click();
    await inSheet(screen, fill);
  }

  async function inSheet(screen: Screen, fill: (form: Locator) => Promise<void>): Promise<void> {
    const form = screen.page.getByRole('dialog');
    await form.getByRole('button', { name: /关闭|Close/u }).waitFor();
    await screen.settled();
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflow()).toBe(0);
    await fill(form);
    await form.waitFor({ state: 'hidden' });
  }
});
