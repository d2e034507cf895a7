import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { z } from 'zod';
import { eventually } from '#testing';

/** Where pictures of the screens are kept, for people to look at. */
const PICTURES = resolve(__dirname, '../../../test-output/screens');

/** A desk and a phone. */
export const SIZES = { desktop: { width: 1360, height: 850 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

/** What a step of a person may take on a busy machine, in milliseconds: two browsers beside a server took 40 s for one. */
const WAIT = 90_000;

/** What the accessibility checker finds: its rule and where. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
}

const axeViolations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** One person's browser window, with everything that goes wrong in it written down. */
export class Screen {
  /** What the page complained of: broken scripts, refused styles, failed requests nobody asked for. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly address: string,
    private readonly size: Size,
  ) {}

  /** Opens a window of its own, without anybody's cookies. @param now what the window's clock says */
  static async open(browser: Browser, address: string, size: Size = 'desktop', now?: Date): Promise<Screen> {
    const context = await browser.newContext({
      viewport: SIZES[size],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: size === 'phone',
      isMobile: size === 'phone',
      reducedMotion: 'reduce',
    });
    if (now !== undefined) await context.clock.install({ time: now });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT);
    const screen = new Screen(page, context, address, size);
    screen.listen();
    return screen;
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    this.page.on('console', (message) => {
      // A refused request is told by the page itself; the browser's own line about it says nothing more.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.complaints.push(`console: ${message.text()}`);
      }
    });
  }

  /** Goes to a place in the console. */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
  }

  /** Fills the sign-in that stands on the page. */
  async signIn(loginName: string, password: string): Promise<void> {
    await this.page.getByLabel('登录名').fill(loginName);
    await this.page.getByLabel('口令', { exact: true }).fill(password);
    const answered = this.page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
    await answered;
  }

  /** Waits until nothing is being read any more. */
  async settled(): Promise<void> {
    const busy = this.page.locator('.ant-skeleton, .ant-spin-spinning, .ant-btn-loading');
    await eventually(async () => expect(await busy.count()).toBe(0));
  }

  /** Keeps a picture of the whole page. */
  async picture(name: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}-${this.size}.png`), fullPage: true });
  }

  /** By how many pixels the page is wider than the window; 0 when all of it is seen without scrolling sideways. */
  async overflow(): Promise<number> {
    const root = 'document.documentElement';
    return z.number().parse(await this.page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`));
  }

  /**
   * Everything that axe has against the page by WCAG 2.2 A and AA. The bars and notices that float over the page stand in
   * its flow meanwhile: how much of a control they leave free is chance of where the page was scrolled to.
   */
  async findings(): Promise<Finding[]> {
    await this.page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const inFlow = await this.page.addStyleTag({
      content: '.frame-top, .thumb-bar, .ant-message { position: static !important; }',
    });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    // Describing every node that passes, and handing it over, took more than half of the time of the page tests.
    const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] });
    const found: unknown = await this.page.evaluate(`axe.run(${options}).then(({ violations }) => violations)`);
    await inFlow.evaluate('(style) => style.remove()');
    return axeViolations
      .parse(found)
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, where: html.slice(0, 200) })));
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
