import { useDemo } from './support/demo';

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
    // It is said at the field, before anything is pressed, and is gone with the fault.
    const untold = page.getByText('该梯级没有写明通知谁，请至少选择一类人员。');
    await untold.waitFor();
    const at = page.getByLabel('责任单位的时限第 5 级的时刻');
    const usual = await at.inputValue();
    await at.fill('25:00');
    await page.getByText('时间不存在，请按“08:50”的格式填写。').waitFor();
    await at.fill(usual);
    await page.getByText('时间不存在，请按“08:50”的格式填写。').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: '连同在办的任务' }).check();
    const publish = page.getByRole('button', { name: '发布规则' });
    expect(await publish.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('有 1 处需要更正，已标出。').waitFor();
    // The keyboard stands at the first fault.
    await told.locator('input:focus').waitFor();
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

  it('ask for acceptance criteria and kinds of evidence, and say what two decide from now on; a form then asks for the kinds', async () => {
    const admin = await demo.signedIn('admin');
    const { page } = admin;
    await admin.go('/system/rules');
    await page.getByRole('button', { name: '修改规则' }).click();
    // One item a line; the same one twice is marked where it stands.
    await page.getByLabel('验收标准', { exact: true }).fill('措施全部完成\n措施全部完成');
    await page.getByLabel('必备佐证', { exact: true }).fill('整改报告\n现场照片');
    await page.getByRole('radio', { name: '连同在办的任务' }).check();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('同一项写了两次，请删去一处。').first().waitFor();
    await page.getByLabel('验收标准', { exact: true }).fill('措施全部完成\n长效机制建立');
    await page.getByText('验收标准：增加 “长效机制建立”').waitFor();
    await page.getByText('必备佐证：增加 “现场照片”').waitFor();
    const two = page.getByRole('group', { name: '两人办理的事项' });
    expect(await two.getByLabel('作废', { exact: true }).isDisabled()).toBe(true);
    await two.getByLabel('缓办', { exact: true }).uncheck();
    await page.getByText('两人办理的事项：删除 “缓办”').waitFor();
    await page.getByLabel('同一单位连续逾期上报几次后建议').fill('4');
    await page.getByText('同一单位连续逾期上报几次后建议：3 次 → 4 次').waitFor();
    // A shorter clock has run out in some open task, and the preview says in how many.
    await page.getByLabel('核验', { exact: true }).fill('1');
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText(/^\d+ 项任务的“核验”按新规则已经超期$/u).waitFor();
    await page.getByLabel('发布原因').fill(REASON);
    await page.mouse.move(0, 0);
    await admin.picture('rules-conditions');
    expect(await admin.findings()).toEqual([]);
    await page.getByRole('button', { name: '发布规则' }).click();
    await page.getByText(/还有 \d+ 项在办任务正在换用/u).waitFor();
    await demo.house.sweep();
    await page.getByText(/还有 \d+ 项在办任务正在换用/u).waitFor({ state: 'detached' });

    // What takes two from now on: put back, it is said of every open task.
    await page.getByRole('button', { name: '修改规则' }).click();
    await page.getByRole('group', { name: '两人办理的事项' }).getByLabel('缓办', { exact: true }).check();
    await page.getByRole('radio', { name: '连同在办的任务' }).check();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText(/^\d+ 项任务的“缓办”今后须由另一人审批$/u).waitFor();
    await page.getByRole('button', { name: '放弃修改' }).click();

    // The form of a report lets each file say of which kind it is.
    const reporter = await demo.signedIn('linjia');
    await reporter.go('/ledger?status=underway');
    const task = await reporter.page.getByRole('table').getByRole('link').first().getAttribute('href');
    // On the task's own page: in the ledger rows and drawer have the same button, and a slow drawer came over the form of a row.
    await reporter.go(task ?? '');
    await reporter.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
    await reporter.page.getByRole('button', { name: '填报', exact: true }).first().click();
    const form = reporter.page.getByRole('dialog');
    const file = { name: '现场照片.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 现场') };
    await form.locator('input[type=file]').first().setInputFiles(file);
    await form.getByText('现场照片.pdf').waitFor();
    await form.getByRole('combobox', { name: '现场照片.pdf的类别' }).click();
    await reporter.page.getByTitle('整改报告').last().click();
    await reporter.picture('evidence-kind');
    expect(await reporter.findings()).toEqual([]);
    for (const screen of [admin, reporter]) {
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
