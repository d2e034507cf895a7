import { type Locator, type Page } from 'playwright-core';
import { eventually } from '#testing';
import { useDemo } from './support/demo';
import { DEMO_PASSWORD } from './support/demo-house';

/** A form that a person fills, and how it is sent. */
interface FilledForm {
  readonly loginName: string;
  /** Opens the form from the first page. */
  readonly open: (page: Page) => Promise<void>;
  /** Fills what has to be filled beside the text. */
  readonly fill: (page: Page) => Promise<void>;
  readonly text: (page: Page) => Locator;
  readonly send: (page: Page) => Locator;
  /** Holds once it was sent. */
  readonly sent: (page: Page) => Promise<void>;
}

const WRITTEN = '断线之前写下的内容。';

const form = (page: Page): Locator => page.getByRole('dialog');

const FORMS: Readonly<Record<string, FilledForm>> = {
  'a report of a unit': {
    loginName: 'linjia',
    open: (page) =>
      page
        .getByRole('button', { name: /^填报 /u })
        .first()
        .click(),
    fill: async () => undefined,
    text: (page) => form(page).getByRole('textbox', { name: '进展情况' }),
    send: (page) =>
      form(page)
        .getByRole('button', { name: /^(提交进展|重试)$/u })
        .first(),
    sent: (page) => form(page).waitFor({ state: 'hidden' }),
  },
  'a return of a verifier': {
    loginName: 'qinyue',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^核验 /u })
        .first()
        .click();
      await form(page).getByRole('radio', { name: '退回' }).check();
    },
    fill: async (page) => {
      for (const kept of await form(page).getByRole('radio', { name: '保留原时限' }).all()) await kept.check();
    },
    text: (page) => form(page).getByRole('textbox', { name: '还缺什么' }),
    send: (page) =>
      form(page)
        .getByRole('button', { name: /^(退回整改|重试)$/u })
        .first(),
    sent: (page) => form(page).waitFor({ state: 'hidden' }),
  },
  'the rules of the office': {
    loginName: 'admin',
    open: async (page) => {
      await page.goto(new URL('/system/rules', page.url()).href);
      await page.getByRole('button', { name: '修改规则' }).click();
    },
    fill: (page) => page.getByLabel('责任单位的时限第 4 级的天数').fill('2'),
    text: (page) => page.getByLabel('发布原因'),
    send: (page) => page.getByRole('button', { name: /^(发布规则|重试)$/u }).first(),
    sent: (page) => page.getByText('现行规则：全单位第 2 版').waitFor(),
  },
};

describe('a form on a bad line', () => {
  const demo = useDemo();

  it.each(Object.keys(FORMS))(
    'keeps its text offline and after signing in again, and is sent then: %s',
    async (name) => {
      const { loginName, open, fill, text, send, sent } = FORMS[name]!;
      const screen = await demo.signedIn(loginName);
      const { page } = screen;
      await open(page);
      await text(page).fill(WRITTEN);
      await fill(page);
      await page.context().setOffline(true);
      await send(page).click();
      await page
        .getByText(/没有连上服务器/u)
        .first()
        .waitFor();
      expect(await text(page).inputValue()).toBe(WRITTEN);

      // It reconnects by itself: nothing is pressed, and nothing was sent meanwhile.
      const back = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/me' && response.ok());
      await page.context().setOffline(false);
      await back;
      expect(await text(page).inputValue()).toBe(WRITTEN);

      await page.context().clearCookies();
      await send(page).click();
      await page.getByText('登录已失效，请重新登录后继续，填写的内容保留在本机。').waitFor();
      await screen.signIn(loginName, DEMO_PASSWORD);
      await eventually(async () => expect(await text(page).inputValue()).toBe(WRITTEN));
      await send(page).click();
      await sent(page);
      await screen.close();
    },
  );

  it('a calendar that is being edited comes back after a reload, with the days that were touched', async () => {
    const screen = await demo.signedIn('admin');
    const { page } = screen;
    await screen.go('/system/calendar');
    await page.getByRole('button', { name: '修改' }).first().click();
    await page.getByLabel('或把放假通知的正文粘贴在这里').fill('国庆节：10月1日放假');
    await screen.picture('calendar-edit');
    await page.reload();
    await eventually(async () =>
      expect(await page.getByLabel('或把放假通知的正文粘贴在这里').inputValue()).toBe('国庆节：10月1日放假'),
    );
    await screen.close();
  });
});
