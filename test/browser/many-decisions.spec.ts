import { type Locator } from 'playwright-core';
import { taskDetailSchema, taskListSchema } from '#contracts';
import { addDays, dayInShanghai } from '#domain';
import { Person } from '../acceptance/support/person';
import { DEMO_NOW, useDemo } from './support/demo';
import { DEMO_PASSWORD } from './support/demo-house';
import { type Screen } from './support/screen';

const TODAY = dayInShanghai(DEMO_NOW.toISOString());
const REPORTERS = ['linjia', 'suhan', 'pengbo', 'yuanfei', 'jintao', 'weichen', 'dongyu', 'anran'] as const;
const REASON = '已有统一安排，按原时限办理';

/** A request for more time that waits. */
interface Request {
  readonly taskId: string;
  readonly title: string;
}

describe('many requests that one clerk decides at once', () => {
  const demo = useDemo();
  const signedIn = (loginName: string) => new Person(demo.house.address, loginName, DEMO_PASSWORD).signIn();

  /** Units ask for more time in two tasks, of those that nobody has asked in yet. */
  async function requestedTwice(): Promise<readonly Request[]> {
    const made: Request[] = [];
    for (const loginName of REPORTERS) {
      if (made.length < 2) made.push(...(await requestsOf(loginName)));
    }
    expect(made.length).toBeGreaterThanOrEqual(2);
    return made.slice(0, 2);
  }

  /** Asks for more time in every dated task that a unit has in hand in time. */
  async function requestsOf(loginName: string): Promise<readonly Request[]> {
    const reporter = await signedIn(loginName);
    const { tasks } = await reporter.reads('tasks?status=underway&limit=50', taskListSchema);
    const made: Request[] = [];
    for (const { taskId, title, asked } of tasks) {
      const { task } = await reporter.reads(`tasks/${taskId}`, taskDetailSchema);
      const limit = task.limits.find(({ due, recurrence }) => recurrence === null && due !== null && due > TODAY);
      if (asked.length > 0 || !limit || limit.due === null) continue;
      const wish = { limitId: limit.limitId, due: addDays(limit.due, 30), reason: '等待省级系统上线' };
      if ((await reporter.tries(`tasks/${taskId}/extend`, wish)) === 'accepted') made.push({ taskId, title });
    }
    return made;
  }

  /** The sheet of the decision on some requests, chosen in the list of what waits for the clerk. */
  async function sheetFor(clerk: Screen, chosen: readonly Request[]): Promise<Locator> {
    await clerk.go('/ledger?mine=decide');
    for (const { title } of chosen) {
      await clerk.page.getByRole('checkbox', { name: `选择 ${title}`, exact: true }).check();
    }
    await clerk.page.getByRole('region', { name: '选择' }).getByRole('button', { name: '审批', exact: true }).click();
    const sheet = clerk.page.getByRole('dialog');
    await sheet.getByText('一次审批同一类申请', { exact: false }).waitFor();
    return sheet;
  }

  it('are approved with one answer, and leave the list of what waits', async () => {
    const clerk = await demo.signedIn('zhoulan');
    const chosen = await requestedTwice();
    const sheet = await sheetFor(clerk, chosen);
    await sheet.getByText('将对 2 项任务的同类申请逐项审批', { exact: false }).waitFor();
    await sheet.getByLabel('同意', { exact: true }).check();
    await clerk.picture('decide-many');
    expect(await clerk.findings()).toEqual([]);
    await sheet.getByRole('button', { name: '审批 2 项' }).click();
    await sheet.getByText('已审批 2 项').waitFor();
    await sheet.getByRole('button', { name: '完成', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    for (const { title } of chosen) {
      await clerk.page.getByRole('checkbox', { name: `选择 ${title}`, exact: true }).waitFor({ state: 'detached' });
    }
    const leader = await signedIn('shenping');
    const { task } = await leader.reads(`tasks/${chosen[0]?.taskId ?? ''}`, taskDetailSchema);
    expect(task.limits.flatMap(({ chain }) => chain.map(({ kind }) => kind))).toContain('extension');
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });

  it('are refused with one reason; of one that the leader has decided meanwhile it is said by name', async () => {
    const clerk = await demo.signedIn('zhoulan');
    const chosen = await requestedTwice();
    const [mine, overtaken] = chosen;
    const sheet = await sheetFor(clerk, chosen);
    await sheet.getByLabel('不同意', { exact: true }).check();
    await sheet.getByRole('button', { name: '审批 2 项' }).click();
    await sheet.getByText('请填写此项').waitFor();
    await sheet.getByLabel('理由').fill(REASON);
    const leader = await signedIn('shenping');
    await leader.does(`tasks/${overtaken?.taskId ?? ''}/decide-proposal`, { result: 'refused', reason: REASON });
    await sheet.getByRole('button', { name: '审批 2 项' }).click();
    await sheet.getByText('1 项没有办成').waitFor();
    const failures = sheet.getByRole('region', { name: '没有办成的事项' });
    await failures.getByRole('link', { name: overtaken?.title ?? '' }).waitFor();
    await failures.getByText('该申请已由他人审批或已收回，不用再审批。').waitFor();
    // To send it again would change nothing.
    expect(await sheet.getByRole('button', { name: '重试失败项' }).count()).toBe(0);
    await clerk.picture('decide-many-overtaken');
    expect(await clerk.findings()).toEqual([]);
    await sheet.getByRole('button', { name: '完成', exact: true }).click();
    await clerk.go(`/tasks/${mine?.taskId ?? ''}`);
    await clerk.page.getByText(REASON, { exact: false }).first().waitFor();
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });

  it('are decided by the leader on the phone in two presses, each shown with what it asks for', async () => {
    const asked = await requestedTwice();
    const leader = await demo.signedIn('shenping', 'phone');
    const { page } = leader;
    await page.getByRole('button', { name: '批量审批' }).tap();
    const sheet = page.getByRole('dialog', { name: '批量审批' });
    // Most of what waits for the leader are measures; like goes with like.
    await sheet.getByRole('radio', { name: '申请延期', exact: true }).check();
    for (const { title } of asked) {
      const row = sheet.getByRole('listitem').filter({ hasText: title });
      await row.getByText('申请延期至', { exact: false }).waitFor();
      await row.getByText('等待省级系统上线', { exact: false }).waitFor();
      expect(await row.getByRole('link', { name: '打开' }).getAttribute('href')).toMatch(/^\/tasks\//u);
    }
    await leader.picture('decide-phone');
    expect(await leader.findings()).toEqual([]);
    expect(await leader.overflow()).toBe(0);
    // A refusal without a reason leads to the reason, and sends nothing.
    await sheet.getByRole('button', { name: /^不同意 \d+ 项$/u }).tap();
    await sheet.getByText('不同意的，请写明理由').waitFor();
    const approve = sheet.getByRole('button', { name: /^同意 \d+ 项$/u });
    expect((await approve.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const count = /\d+/u.exec((await approve.textContent()) ?? '')?.[0] ?? '';
    await approve.tap();
    await sheet.getByText(`已审批 ${count} 项`).waitFor();
    await sheet.getByRole('button', { name: '完成', exact: true }).tap();
    await sheet.waitFor({ state: 'hidden' });
    for (const { title } of asked)
      await page.locator('.home-row', { hasText: title }).getByText('待审批').waitFor({ state: 'detached' });
    expect(leader.complaints).toEqual([]);
    await leader.close();
  });
});
