import { type Locator } from 'playwright-core';
import { useDemo } from './support/demo';
import { keepPastDays } from './support/past-days';
import { type Screen } from './support/screen';

const TITLE = '开展安桥县紧密协作试点';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** In 西滩区政府 nobody has an account: it answers by telephone and on paper. */
describe('what the office records for a unit without an account', () => {
  const demo = useDemo();
  /** The address of the part of 西滩区政府, and of 东浦区政府. */
  let withoutAccount: string;
  let withAccount: string;

  const clerkOn = async (address: string, size: 'desktop' | 'phone' = 'desktop'): Promise<Screen> => {
    const screen = await demo.signedIn('zhoulan', size);
    await screen.go(address);
    await screen.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
    await screen.settled();
    return screen;
  };

  async function opened({ page }: Screen, act: string): Promise<Locator> {
    await page.getByRole('button', { name: act, exact: true }).last().click();
    const form = page.getByRole('dialog').filter({ hasText: '反馈方式' });
    await form.getByLabel('反馈人').waitFor();
    return form;
  }

  it('(16) is said before such a unit gets a task, marked in the ledger, and listed in the register', async () => {
    const screen = await demo.signedIn('zhoulan', 'desktop');
    const { page } = screen;
    await screen.go(`/ledger?text=${encodeURIComponent(TITLE)}`);
    const link = page.getByRole('link', { name: TITLE, exact: true }).first();
    await screen.go((await link.getAttribute('href')) ?? '');
    await page.getByRole('button', { name: '分解', exact: true }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('选用以前的名单').click();
    await page.getByTitle('东浦区政府、西滩区政府、安桥县政府').click();
    await form.getByText('西滩区政府没有可登录的办理人员，签收、填报和申请由督查员代录。').waitFor();
    await screen.picture('staffing-before');
    expect(await screen.findings()).toEqual([]);
    await keepPastDays(form);
    await form.getByRole('button', { name: '分解并交办' }).click();
    await form.waitFor({ state: 'hidden' });
    const children = page.locator('section', { has: page.getByRole('heading', { name: '子任务' }) });
    await children.getByText('共 3 项，待签收 3 项').waitFor();
    const partOf = async (unit: string) =>
      (await children.getByRole('listitem').filter({ hasText: unit }).getByRole('link').getAttribute('href')) ?? '';
    [withoutAccount, withAccount] = [await partOf('西滩区政府'), await partOf('东浦区政府')];

    await screen.go('/ledger?status=assigned');
    await page.getByRole('row').filter({ hasText: '西滩区政府' }).getByText('待代录').first().waitFor();
    expect(await page.getByRole('row').filter({ hasText: '东浦区政府' }).getByText('待代录').count()).toBe(0);
    await screen.picture('staffing-marked');
    await screen.go('/system/units');
    await page.getByText(/\d+ 个单位没有可登录的办理人员/u).click();
    await page.locator('.lacking-units').getByRole('button', { name: '西滩区政府' }).waitFor();
    await screen.picture('staffing-listed');
    expect(await screen.findings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('is accepted and reported with the returned sheet, and the course says who recorded what was said', async () => {
    const clerk = await clerkOn(withoutAccount);
    const { page } = clerk;
    await page.getByText('该单位没有可登录的办理人员，由督查员代录').first().waitFor();
    const accepting = await opened(clerk, '代录签收');
    await accepting.getByRole('button', { name: '代录签收', exact: true }).click();
    await accepting.getByText('请填写').first().waitFor();
    await accepting.getByLabel('反馈人').fill('马主任');
    await clerk.picture('recording-acceptance');
    expect(await clerk.findings()).toEqual([]);
    await accepting.getByRole('button', { name: '代录签收', exact: true }).click();
    await accepting.waitFor({ state: 'hidden' });
    await page
      .getByText(/西滩区政府（由督查员周澜代录，马主任 2026-09-16 电话告知）签收/u)
      .first()
      .waitFor();

    const reporting = await opened(clerk, '代录填报');
    await reporting.getByLabel('反馈人').fill('马主任');
    await reporting.getByLabel('书面').check();
    await reporting.locator('input[type=file]').first().setInputFiles({
      name: '退回单.pdf',
      mimeType: 'application/pdf',
      buffer: PDF,
    });
    await reporting.getByText('退回单.pdf').waitFor();
    await reporting.getByLabel('进展情况').fill('试点方案已印发。');
    await reporting.getByRole('button', { name: '代录填报', exact: true }).click();
    await reporting.waitFor({ state: 'hidden' });
    await page
      .getByText(/西滩区政府（由督查员周澜代录，马主任 2026-09-16 书面告知，附反馈单 1 份）填报进展/u)
      .first()
      .waitFor();
    await page
      .locator('section', { has: page.getByRole('heading', { name: '佐证材料' }) })
      .getByText('退回单.pdf')
      .waitFor();
    await clerk.picture('recorded-report');
    expect(await clerk.findings()).toEqual([]);
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });

  it('asks for more time and for closure on the phone, where nothing sticks out', async () => {
    const clerk = await clerkOn(withoutAccount, 'phone');
    const { page } = clerk;
    const more = page.getByRole('button', { name: '其他操作' });
    await more.click();
    const extending = await opened(clerk, '代录申请延期');
    await extending.getByLabel('反馈人').fill('马主任');
    await extending.getByRole('radio', { name: '报送接口联调赶进度方案', exact: false }).check();
    await extending.getByLabel('延期至').fill('2027-12-31');
    await extending.getByLabel('理由').fill('等待省级平台上线');
    await clerk.picture('recording-extension');
    expect(await clerk.overflow()).toBe(0);
    expect(await clerk.findings()).toEqual([]);
    await extending.getByRole('button', { name: '代录申请延期', exact: true }).click();
    await extending.waitFor({ state: 'hidden' });
    await page
      .getByText(/西滩区政府（由督查员周澜代录，马主任 2026-09-16 电话告知）申请将/u)
      .first()
      .waitFor();

    await more.click();
    const closing = await opened(clerk, '代录申请销号');
    await closing.getByLabel('反馈人').fill('高区长');
    await closing.getByRole('textbox', { name: '自查情况' }).fill('各项举措均已完成。');
    await closing.getByRole('checkbox', { name: '该单位负责人已承诺自查情况属实', exact: false }).check();
    for (const box of await closing.locator('.part-item').getByRole('checkbox').all()) await box.check();
    await clerk.picture('recording-closure');
    expect(await clerk.overflow()).toBe(0);
    await closing.getByRole('button', { name: '代录申请销号', exact: true }).click();
    await closing.waitFor({ state: 'hidden' });
    await page
      .getByText(/西滩区政府（由督查员周澜代录，高区长 2026-09-16 电话告知）申请销号/u)
      .first()
      .waitFor();
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });

  it('is folded away for a unit that can act by itself, and recorded for it all the same', async () => {
    const clerk = await clerkOn(withAccount);
    const { page } = clerk;
    const panel = page.getByRole('complementary', { name: '办理' });
    expect(await panel.getByRole('button', { name: '代录退件' }).isVisible()).toBe(false);
    await panel.getByText('代录单位的办理').click();
    const declining = await opened(clerk, '代录退件');
    await declining.getByLabel('反馈人').fill('董科长');
    // A unit that could do it by itself is chosen by the person, or not at all.
    await declining.getByRole('combobox', { name: '代录单位' }).click();
    await page.getByTitle('东浦区政府（牵头）').last().click();
    await declining.getByLabel('退件理由').fill('职责不在本单位');
    await declining.getByRole('button', { name: '代录退件', exact: true }).click();
    await declining.waitFor({ state: 'hidden' });
    await page
      .getByText(/东浦区政府（由督查员周澜代录，董科长 2026-09-16 电话告知）退件/u)
      .first()
      .waitFor();
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });
});
