import { useDemo } from './support/demo';
import { Screen, type Size } from './support/screen';

/** Who opens what: the pages of each role, each with something on it that says the page is there. */
const PAGES: readonly (readonly [role: string, loginName: string, pages: Readonly<Record<string, string>>])[] = [
  [
    'clerk',
    'zhoulan',
    {
      '/': '待我办理',
      '/ledger': '项，第',
      '/ledger?lamp=late&view=unit': '市医保局',
      '/ledger?view=time': '12 月',
      '/inbox': '待办提醒',
      '/supervision': '现在逾期最久的在前',
      '/import': '导入到台账',
      '/audit': '办理记录',
      '/system': '单位',
      '/system/unit-lists': '名单',
    },
  ],
  ['reporter', 'linjia', { '/': '待我办理', '/ledger': '项，第', '/inbox?box=news': '收到', '/account': '填报人' }],
  ['verifier', 'qinyue', { '/': '待核验', '/inbox': '核验' }],
  ['closer', 'luoming', { '/inbox': '销号' }],
  ['leader', 'shenping', { '/': '按牵头单位', '/ledger?lamp=late': '项，第', '/supervision': '下一步：' }],
  ['auditor', 'heqing', { '/audit': '办理记录', '/audit?type=task.closed': '办理记录' }],
  ['administrator', 'admin', { '/system/people': '周澜', '/system/units': '市医保局', '/system/running': '最新' }],
];

const CASES = PAGES.flatMap(([role, loginName, pages]) =>
  (['desktop', 'phone'] as const).map((size) => ({ role, loginName, pages, size })),
);

describe('every page, as each role opens it', () => {
  const demo = useDemo();

  it.each(CASES)('$role at a $size', async ({ role, loginName, pages, size }) => {
    const screen = await demo.signedIn(loginName, size);
    for (const [path, sign] of Object.entries(pages)) {
      await screen.go(path);
      await screen.page.getByRole('main').getByText(sign).first().waitFor();
      await screen.settled();
      await screen.picture(`${role}${path.replaceAll(/[/?=&.]+/gu, '-')}`);
      expect([path, await screen.findings()]).toEqual([path, []]);
      expect([path, await screen.overflow()]).toEqual([path, 0]);
    }
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it.each<Size>(['desktop', 'phone'])('a task with all that belongs to it, and its replay (%s)', async (size) => {
    const screen = await demo.signedIn('zhoulan', size);
    await screen.go('/ledger?status=underway');
    const link = screen.page.getByRole('link', { name: '做实家庭医生签约服务' }).first();
    await screen.go((await link.getAttribute('href')) ?? '');
    await screen.page.getByRole('heading', { name: '经过', exact: true }).waitFor();
    await screen.settled();
    await screen.picture('task');
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflow()).toBe(0);
    await screen.go(`${new URL(screen.page.url()).pathname.replace('/tasks/', '/audit/tasks/')}?revision=9`);
    await screen.page.getByRole('heading', { name: '办理后的情况' }).waitFor();
    await screen.picture('replay');
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflow()).toBe(0);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('opens menus and what they lead to in their place, without movement too', async () => {
    const screen = await demo.signedIn('zhoulan', 'desktop');
    await screen.go('/ledger');
    await screen.page.getByRole('button', { name: '添加筛选' }).click();
    await screen.page.getByRole('menuitem', { name: '时限' }).click();
    await screen.page.getByRole('textbox', { name: '自' }).click();
    await screen.picture('filter');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('loads no more than 320 kB of compressed script for the sign-in, and 380 kB with the home behind it', async () => {
    const screen = await Screen.open(demo.browser, demo.house.address, 'desktop', demo.house.clock.now());
    const scripts: Promise<{ readonly url: string; readonly bytes: number }>[] = [];
    screen.page.on('request', (request) => {
      if (request.resourceType() !== 'script') return;
      const sized = async () => ({ url: request.url(), bytes: (await request.sizes()).responseBodySize });
      scripts.push(sized());
    });
    await screen.go('/');
    await screen.page.getByLabel('登录名').waitFor();
    await screen.page.waitForLoadState('networkidle');
    const inTurn = await Promise.all(scripts);
    const forSignIn = inTurn.findIndex(({ url }) => url.includes('/sign-in-')) + 1;
    expect(forSignIn).toBeGreaterThan(0);
    const weight = (some: typeof inTurn): number => some.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(weight(inTurn.slice(0, forSignIn))).toBeLessThanOrEqual(320_000);
    expect(inTurn.map(({ url }) => url)).toContainEqual(expect.stringContaining('/home-'));
    expect(weight(inTurn)).toBeLessThanOrEqual(380_000);
    await screen.close();
  });
});
