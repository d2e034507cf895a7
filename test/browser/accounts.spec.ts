import { accountListSchema, unitListSchema } from '#contracts';
import { Person } from '../acceptance/support/person';
import { useDemo } from './support/demo';
import { DEMO_PASSWORD } from './support/demo-house';
import { type Screen } from './support/screen';

const NEWS = '他人对您的账号作了这些办理';

describe('what is done to accounts', () => {
  const demo = useDemo();

  const signedIn = (loginName: string) => new Person(demo.house.address, loginName, DEMO_PASSWORD).signIn();

  async function accountOf(loginName: string): Promise<string> {
    const admin = await signedIn('admin');
    const { accounts } = await admin.reads('accounts', accountListSchema);
    return accounts.find((account) => account.loginName === loginName)?.accountId ?? '';
  }

  it('is told to whoever it concerns at the bell and on the home, until it is looked at; the auditor reads whose account it was', async () => {
    const reporter = await demo.signedIn('linjia');
    // What was news before is looked at.
    const before = lookedAt(reporter);
    await reporter.go('/inbox');
    await before;
    await reporter.go('/');
    await reporter.page.getByRole('heading', { name: '自上次以来的变化' }).waitFor();
    expect(await reporter.page.getByText(NEWS).count()).toBe(0);

    const security = await signedIn('fangyan');
    const { units } = await security.reads('units?text=市财政局', unitListSchema);
    const grant = { unitId: units[0]?.unitId, role: 'reporter' };
    await security.does(`accounts/${await accountOf('linjia')}/grant-post`, grant);
    await reporter.go('/');
    await reporter.page.getByText(NEWS).waitFor();
    await reporter.page.getByText(/授予林佳市财政局的填报人岗位/u).waitFor();
    await reporter.page.getByRole('button', { name: /^待办，.*1/u }).waitFor();
    await reporter.picture('account-news');
    expect(await reporter.findings()).toEqual([]);
    const after = lookedAt(reporter);
    await reporter.page.getByRole('button', { name: /^待办，/u }).click();
    await reporter.page.getByText(NEWS).waitFor();
    await after;
    await reporter.go('/');
    await reporter.page.getByRole('heading', { name: '自上次以来的变化' }).waitFor();
    expect(await reporter.page.getByText(NEWS).count()).toBe(0);

    const auditor = await demo.signedIn('heqing');
    // The records of accounts are beside the ledgers.
    await auditor.go('/audit?category=account');
    await auditor.page
      .getByText(/授予林佳市财政局的填报人岗位/u)
      .first()
      .waitFor();
    for (const screen of [reporter, auditor]) {
      expect(screen.complaints).toEqual([]);
      await screen.close();
    }
  });

  it.each(['desktop', 'phone'] as const)(
    'says before the only closer is disabled which tasks nobody could strike off (%s)',
    async (size) => {
      const admin = await demo.signedIn('admin', size);
      const { page } = admin;
      await admin.go('/system/people');
      // Found by name, as one does among many; else it is chance which other row the edge of the dialog covers.
      await page.getByLabel('搜索人员').fill('罗铭');
      await page.getByText('19 个账号中的 1 个').waitFor();
      await page.getByRole('button', { name: '管理罗铭' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click();
      const question = page.getByRole('dialog').filter({ hasText: '停用罗铭的账号' });
      await question.getByText('办理后会出现这些问题').waitFor();
      await question.getByText('缺销号签批人：核验通过后没有人签批销号。').waitFor();
      await question.getByText(/^\d+ 项在办任务没有人能签批销号：/u).waitFor();
      await admin.picture('disable-warned');
      expect(await admin.findings()).toEqual([]);
      expect(await admin.overflow()).toBe(0);
      expect(admin.complaints).toEqual([]);
      await admin.close();
    },
  );
});

/** Waits until the server knows that the notices were looked at. */
function lookedAt({ page }: Screen): Promise<unknown> {
  return page.waitForResponse(
    (response) => response.url().endsWith('/api/me/seen') && response.request().method() === 'POST',
  );
}
