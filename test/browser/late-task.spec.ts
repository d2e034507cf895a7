import { type Browser, type Locator } from 'playwright-core';
import { Office } from '../acceptance/support/office';
import { type Person } from '../acceptance/support/person';
import { type RunningHouse, runHouse } from '../acceptance/support/running-house';
import { RunningTask } from '../acceptance/support/running-task';
import { startChromium } from './support/chromium';
import { Screen } from './support/screen';

/** A Thursday; five working days after it, and the day on which the leader reads the answer. */
const DUE = '2021-08-19';
const ESCALATED = '2021-08-26';
const ANSWERED = '2021-08-27';
/** Ten working days after the due day: the ladder asks the leader for a measure. */
const PROPOSED = '2021-09-02';
/** The height of what a thumb presses; in pixels. */
const THUMB = 44;
const TITLE = '医改第1项';
const ANSWER = '因省级平台延期上线，现已对接，9月10日前完成';

/** From the due day through escalation and instruction to the answer: everybody at a phone, each step pressed and not sent. */
describe('a task that is late, on the phone', () => {
  let running: RunningHouse;
  let browser: Browser;
  let task: RunningTask;
  let clerk: Person;
  let reporter: Person;
  let head: Person;
  let leader: Person;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const unitId = await office.unit('云岭市卫生健康委', above);
    clerk = await office.person('zhoumin', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('liwei', 'reporter', unitId);
    head = await office.person('tanghe', 'unit-head', unitId);
    leader = await office.person('shenan', 'leader', above);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  /** Somebody's phone at a page, signed in now. */
  async function phoneOf({ loginName, password }: Person, path = '/'): Promise<Screen> {
    const screen = await Screen.open(browser, running.address, 'phone', running.clock.now());
    await screen.go('/');
    await screen.signIn(loginName, password);
    await screen.page.getByRole('banner').waitFor();
    await screen.go(path);
    await screen.page.getByRole('heading', { level: 1 }).waitFor();
    await screen.settled();
    return screen;
  }

  const rowOf = ({ page }: Screen): Locator => page.locator('.home-row', { hasText: TITLE });
  const pressed = (place: Locator, word: string): Locator => place.getByRole('button', { name: word }).first();

  /** Presses what a thumb can reach, and waits for the form. */
  async function opened({ page }: Screen, button: Locator): Promise<Locator> {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(THUMB);
    await button.tap();
    const form = page.getByRole('dialog');
    await form.waitFor();
    return form;
  }

  async function sent(form: Locator, word: string): Promise<void> {
    await form.getByRole('button', { name: word, exact: true }).tap();
    await form.waitFor({ state: 'hidden' });
  }

  /** Nothing is cut off, nothing is in the way of anybody, and the page had nothing to complain of. */
  async function sound(screen: Screen, picture: string): Promise<void> {
    await screen.settled();
    await screen.picture(picture);
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflow()).toBe(0);
    expect(screen.complaints).toEqual([]);
  }

  it('comes to the reporter on the day', async () => {
    await task.morningsUntil(DUE);
    const screen = await phoneOf(reporter, '/inbox');
    await screen.page.getByText(`时限 ${DUE} 到期，请填报进展。`).waitFor();
    await sound(screen, 'late-1-due');
    await screen.close();
  });

  it('(6) is brought to the head of the unit, who says that they have read it', async () => {
    await task.morningsUntil(ESCALATED);
    const screen = await phoneOf(head, '/inbox');
    const entry = screen.page.locator('.entry', { hasText: '升级督办' });
    await entry.waitFor();
    await sound(screen, 'late-2-escalated');
    const form = await opened(screen, pressed(entry, '已阅'));
    await form.getByText('提醒时逾期 5 个工作日', { exact: false }).waitFor();
    await sound(screen, 'late-3-reading');
    await sent(form, '已阅');
    await entry.waitFor({ state: 'detached' });
    await sound(screen, 'late-4-read');
    await screen.close();
  });

  it('(6) stands in the leader’s home, who gives an instruction from there', async () => {
    const screen = await phoneOf(leader);
    await rowOf(screen).waitFor();
    await pressed(rowOf(screen), '已阅').waitFor();
    await sound(screen, 'late-5-home');
    const form = await opened(screen, pressed(rowOf(screen), '批示'));
    await form.getByRole('button', { name: '请说明迟缓原因，并报下一步安排。' }).tap();
    await form.getByText('不填的，按办理规则为 5 个工作日。').waitFor();
    await sound(screen, 'late-6-instruction');
    await sent(form, '发出批示');
    await screen.page.locator('.home-row-done').getByText('今天已批示').waitFor();
    await sound(screen, 'late-7-instructed');
    await screen.close();
  });

  it('is answered by the unit', async () => {
    await task.morningsUntil(ANSWERED);
    const screen = await phoneOf(reporter);
    const form = await opened(screen, pressed(rowOf(screen), '答复批示'));
    await form.getByText('请说明迟缓原因，并报下一步安排。', { exact: false }).waitFor();
    await form.getByLabel('答复内容').fill(ANSWER);
    await sound(screen, 'late-8-answer');
    await sent(form, '答复');
    await sound(screen, 'late-9-answered');
    await screen.close();
  });

  it('shows the leader the answer, who was told and who has read it', async () => {
    const screen = await phoneOf(leader, '/inbox?box=news');
    const news = screen.page.locator('.entry', { hasText: ANSWER });
    await news.waitFor();
    await sound(screen, 'late-10-news');
    await news.getByRole('link', { name: TITLE }).tap();
    await screen.page.getByRole('heading', { name: '领导批示' }).waitFor();
    await screen.page.getByText(`答复：${ANSWER}`, { exact: false }).first().waitFor();
    const told = screen.page.locator('section', { has: screen.page.getByRole('heading', { name: '督办提醒' }) });
    await told
      .getByText(/通知当事人，上报：.*shenan 同志/u)
      .first()
      .waitFor();
    await told.getByText(/^已阅：.*tanghe 同志/u).waitFor();
    await sound(screen, 'late-11-task');
    await screen.close();
  });

  it('shows the leader in the row which measure they decided on, and waits no more', async () => {
    await task.morningsUntil(PROPOSED);
    const screen = await phoneOf(leader);
    const form = await opened(screen, pressed(rowOf(screen), '审批'));
    await form.getByLabel('同意', { exact: true }).check();
    await form.getByLabel('约谈', { exact: true }).check();
    await sent(form, '提交审批');
    await screen.page.locator('.home-row-done').getByText('今天已决定约谈').waitFor();
    await sound(screen, 'late-12-decided');
    await screen.page.reload();
    await screen.page.getByRole('heading', { name: '待我办理' }).waitFor();
    await screen.settled();
    expect(await rowOf(screen).count()).toBe(0);
    await screen.close();
  });
});
