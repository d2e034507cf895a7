import { useDemo } from './support/demo';

jest.setTimeout(240_000);

const REASON = '连续多日未完成的，第二天即催办';

describe('the rules of the office', () => {
  const demo = useDemo();

  it('are read by a clerk on the phone, who may not change them', async () => {
    const clerk = await demo.signedIn('zhoulan', 'phone');
    await clerk.go('/system/rules');
    await clerk.page.getByText('现行规则：全单位第 1 版').waitFor();
    await clerk.page.getByText('办理规则由系统管理员发布，这里只供查看。').waitFor();
    expect(await clerk.page.getByRole('button', { name: '修改规则' }).count()).toBe(0);
    await clerk.picture('rules-read');
    expect(await clerk.findings()).toEqual([]);
    expect(await clerk.overflow()).toBe(0);
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });

  it('are made stricter for open tasks too once their effect was seen, and the record of a task says so', async () => {
    const admin = await demo.signedIn('admin', 'desktop');
    const { page } = admin;
    await admin.go('/system/rules');
    await page.getByRole('button', { name: '修改规则' }).click();
    // A rung that tells nobody is marked where it stands, and nothing is sent.
    const told = page.getByRole('group', { name: '责任单位的时限第 4 级的通知' });
    for (const word of ['经办人', '单位负责人', '分管领导']) await told.getByLabel(word).uncheck();
    await page.getByRole('radio', { name: '连同在办的任务' }).check();
    const publish = page.getByRole('button', { name: '发布规则' });
    expect(await publish.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('该梯级没有写明通知谁，请至少选择一类人员。').waitFor();
    await page.getByText('有 1 处需要更正，已标出。').waitFor();
    await admin.picture('rules-fault');
    for (const word of ['经办人', '单位负责人', '分管领导']) await told.getByLabel(word).check();

    await page.getByLabel('责任单位的时限第 4 级的天数').fill('2');
    await page.getByLabel('责任单位的时限第 5 级的天数').fill('3');
    await page.getByText('责任单位的时限：催办：第 1 个工作日 → 第 2 个工作日').waitFor();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText(/^在办任务 \d+ 项将换用新规则/u).waitFor();
    await page.getByLabel('发布原因').fill(REASON);
    await page.mouse.move(0, 0);
    await admin.picture('rules-edit');
    expect(await admin.findings()).toEqual([]);
    await publish.click();
    await page.getByText('现行规则：全单位第 2 版').waitFor();
    await page.getByText(/还有 \d+ 项在办任务正在换用/u).waitFor();
    await demo.house.sweep();
    await page.getByText(/还有 \d+ 项在办任务正在换用/u).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '查看全单位第 2 版' }).click();
    await page.getByRole('dialog').getByText('催办：第 1 个工作日 → 第 2 个工作日', { exact: false }).waitFor();
    await admin.picture('rules-version');
    expect(await admin.findings()).toEqual([]);

    const clerk = await demo.signedIn('zhoulan', 'desktop');
    await clerk.go(`/ledger?text=${encodeURIComponent('补齐东浦区急救站点')}`);
    const link = clerk.page.getByRole('link', { name: '补齐东浦区急救站点', exact: true }).first();
    await clerk.go((await link.getAttribute('href')) ?? '');
    await clerk.page.getByText('任务换用办理规则 全单位第 2 版', { exact: false }).first().waitFor();
    await clerk.page.getByText(REASON, { exact: false }).first().waitFor();
    for (const screen of [admin, clerk]) {
      expect(screen.complaints).toEqual([]);
      await screen.close();
    }
  });

  it('are edited on the phone without anything sticking out', async () => {
    const admin = await demo.signedIn('admin', 'phone');
    await admin.go('/system/rules');
    await admin.page.getByRole('button', { name: '修改规则' }).click();
    await admin.page.getByLabel('责任单位的时限第 1 级的天数').waitFor();
    await admin.page.getByRole('checkbox', { name: '最后一级之后，仍未完成的继续重复提醒' }).first().check();
    await admin.picture('rules-edit');
    expect(await admin.findings()).toEqual([]);
    expect(await admin.overflow()).toBe(0);
    await admin.close();
  });
});
