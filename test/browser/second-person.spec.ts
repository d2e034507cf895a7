import { type Locator } from 'playwright-core';
import { useDemo } from './support/demo';
import { keepPastDays } from './support/past-days';
import { type Screen } from './support/screen';

describe('what one person may not do alone, and what one does for many', () => {
  const demo = useDemo();

  async function onTask(loginName: string, title: string, size: 'desktop' | 'phone' = 'desktop'): Promise<Screen> {
    const screen = await demo.signedIn(loginName, size);
    await screen.go(`/ledger?text=${encodeURIComponent(title)}`);
    const link = screen.page.getByRole('link', { name: title, exact: true }).first();
    await screen.go((await link.getAttribute('href')) ?? '');
    await screen.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
    return screen;
  }

  async function opened({ page }: Screen, act: string): Promise<Locator> {
    await page.getByRole('button', { name: act, exact: true }).first().click();
    return page.getByRole('dialog');
  }

  it('a day moves when the leader agrees on the phone, and the chain names both', async () => {
    const title = '补齐东浦区急救站点';
    const clerk = await onTask('zhoulan', title);
    const form = await opened(clerk, '更正');
    await form.getByText('须由其他督查员或分管领导审批', { exact: false }).waitFor();
    await form.getByLabel('第 1 个时限的到期日').fill('2027-03-31');
    await form.getByLabel('理由').fill('站点用地批复推迟');
    await form.getByRole('button', { name: '更正', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await clerk.page.getByText('已申请更正，等待其他人员审批').waitFor();
    await clerk.picture('date-asked');
    expect(await clerk.findings()).toEqual([]);

    const leader = await onTask('shenping', title, 'phone');
    await leader.page
      .getByText(/由 \d{4}-\d\d-\d\d 改为 2027-03-31/u)
      .first()
      .waitFor();
    await leader.picture('date-to-decide');
    expect(await leader.findings()).toEqual([]);
    expect(await leader.overflow()).toBe(0);
    const decision = await opened(leader, '审批');
    await decision.getByLabel('同意', { exact: true }).check();
    await decision.getByRole('button', { name: '提交审批' }).click();
    await decision.waitFor({ state: 'hidden' });
    await leader.page.getByText('申请、沈平批准', { exact: false }).first().waitFor();
    await leader.picture('date-moved');
    for (const screen of [clerk, leader]) {
      expect(screen.complaints).toEqual([]);
      await screen.close();
    }
  });

  it('several requests stand side by side with all that they change, and an approval that voids is asked back', async () => {
    const title = '建立医保结余留用机制';
    const clerk = await onTask('zhoulan', title);
    const correction = await opened(clerk, '更正');
    await correction.getByLabel('第 1 个时限的到期日').fill('2026-09-01');
    await correction.getByLabel('正文', { exact: true }).fill('结余留用办法印发后一个月内落实到医院。');
    await correction.getByLabel('理由').fill('录入有误');
    await correction.getByRole('button', { name: '更正', exact: true }).click();
    await correction.waitFor({ state: 'hidden' });
    // What ends a task for good stands behind one more press.
    await clerk.page.getByText('更多', { exact: true }).click();
    const voiding = await opened(clerk, '作废');
    await voiding.getByLabel('理由').fill('重复录入');
    await voiding.getByRole('button', { name: '作废任务' }).click();
    await voiding.waitFor({ state: 'hidden' });
    // What waits already is not offered once more, and says why.
    await clerk.page
      .getByText(/^暂不可/u)
      .first()
      .click();
    const panel = clerk.page.getByRole('complementary', { name: '办理' });
    await panel.getByText('同一事项已提出申请，尚未审批').waitFor();
    expect(await panel.getByRole('button', { name: '作废', exact: true }).count()).toBe(0);

    const leader = await onTask('shenping', title, 'phone');
    const decision = await opened(leader, '审批');
    await decision.getByText(/→ .*2026-09-01/u).waitFor();
    await decision.getByText('新的日期已过').waitFor();
    await decision.getByText(/正文：.*→ .*结余留用办法印发后/u).waitFor();
    await decision
      .getByText(/市医改办 周澜 2026-09-16 提出/u)
      .first()
      .waitFor();
    await leader.picture('requests-side-by-side');
    expect(await leader.findings()).toEqual([]);
    expect(await leader.overflow()).toBe(0);
    await decision.getByRole('radio', { name: '作废', exact: true }).check();
    await decision.getByRole('radio', { name: '同意「作废」', exact: true }).check();
    await decision.getByRole('button', { name: '提交审批' }).click();
    await decision.getByText('同意后任务立即作废', { exact: false }).last().waitFor();
    await leader.picture('void-asked-back');
    expect(await leader.findings()).toEqual([]);
    await decision.getByRole('button', { name: '确认提交审批' }).click();
    await decision.waitFor({ state: 'hidden' });
    await leader.page.getByText('同意「作废」', { exact: false }).first().waitFor();
    for (const screen of [clerk, leader]) {
      expect(screen.complaints).toEqual([]);
      await screen.close();
    }
  });

  it('a task is split to the units of a list that is remembered, and shows its children', async () => {
    const clerk = await onTask('zhoulan', '开展安桥县紧密协作试点');
    const form = await opened(clerk, '分解');
    await form.getByLabel('选用以前的名单').click();
    await clerk.page.getByTitle('东浦区政府、西滩区政府、安桥县政府').click();
    await form.getByRole('heading', { name: '子任务（3 项）' }).waitFor();
    await clerk.picture('split');
    expect(await clerk.findings()).toEqual([]);
    await keepPastDays(form);
    await form.getByRole('button', { name: '分解并交办' }).click();
    await form.waitFor({ state: 'hidden' });
    const children = clerk.page.locator('section', { has: clerk.page.getByRole('heading', { name: '子任务' }) });
    await children.getByText('共 3 项，待签收 3 项').waitFor();
    await children.getByRole('link').nth(2).waitFor();
    await clerk.picture('split-done');
    expect(await clerk.findings()).toEqual([]);
    await children.getByRole('link').first().click();
    await clerk.page.getByText('上级任务').waitFor();
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });

  it('a split into nobody is not sent, and says what is missing; into many it is asked back; on the phone nothing sticks out', async () => {
    const clerk = await onTask('zhoulan', '开展安桥县紧密协作试点', 'phone');
    await clerk.page.getByRole('button', { name: '其他操作' }).click();
    await clerk.page
      .getByRole('menuitem', { name: '分解', exact: true })
      .or(clerk.page.getByRole('button', { name: '分解', exact: true }))
      .last()
      .click();
    const form = clerk.page.getByRole('dialog').filter({ hasText: '分解方式' });
    await form.getByText('按举措').click();
    await form.getByRole('button', { name: '分解并交办' }).click();
    await form.getByText('请填写').first().waitFor();
    expect(await clerk.overflow()).toBe(0);
    await clerk.picture('split-empty');
    await form.getByText('按期次').click();
    await form.getByLabel('从', { exact: true }).fill('2027-09-01');
    await form.getByLabel('到', { exact: true }).fill('2027-03-01');
    await form.getByLabel('从', { exact: true }).click();
    await form.getByText('请填写 2027-09-01 或之后的日期').waitFor();
    await form.getByText('按举措').click();
    await form.getByLabel('举措（每行一项子任务）').fill('摸底\n制定方案\n培训\n实施\n总结');
    await form.getByRole('heading', { name: '子任务（5 项）' }).waitFor();
    await keepPastDays(form);
    await form.getByRole('button', { name: '分解并交办' }).click();
    await form.getByText('将建立 5 项子任务', { exact: false }).waitFor();
    await clerk.picture('split-asked-back');
    expect(await clerk.findings()).toEqual([]);
    expect(await clerk.overflow()).toBe(0);
    await form.getByRole('button', { name: '返回修改' }).click();
    await form.getByRole('button', { name: '分解并交办', exact: true }).waitFor();
    await clerk.close();
  });
});
