import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { note } from '../output';
import { type Figures, percentile, rounded } from './figures';

/** Names under which systems know the browser. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Nothing but the page is loaded, shown or asked of the network. */
export const CHROMIUM_SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A busy mobile line, as browsers' own tools call "slow 4G": 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
export const SLOW_LINE = { offline: false, downloadThroughput: 200_000, uploadThroughput: 94_000, latency: 150 };

const PHONE = { width: 390, height: 844 };
const VISITS = 7;

/** The machine's own Chromium; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find(existsSync);
}

/**
 * From asking for the ledger to its first rows on a phone on a slow line, in milliseconds: with nothing kept, and as it is every
 * day, with the scripts kept from the visit before (the middle one of several). Nothing where there is no browser.
 * @param secret a token of somebody who sees the ledger
 */
export async function measureFirstRows(address: string, secret: string): Promise<Figures> {
  const browser = await launch();
  if (browser === undefined) {
    note('没有 Chromium，不测页面。');
    return {};
  }
  try {
    const context = await browser.newContext({ viewport: PHONE, isMobile: true, locale: 'zh-CN' });
    await context.setExtraHTTPHeaders({ authorization: `Bearer ${secret}` });
    return await visit(context, address);
  } finally {
    await browser.close();
  }
}

async function launch(): Promise<Browser | undefined> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return undefined;
  // Comes with the tools of development only, as the browser does.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
}

async function visit(context: BrowserContext, address: string): Promise<Figures> {
  const page = await context.newPage();
  await toRows(page, address);
  const line: CDPSession = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW_LINE);
  await line.send('Network.clearBrowserCache');
  const cold = await toRows(page, address);
  const again: number[] = [];
  while (again.length < VISITS) again.push(await toRows(page, address));
  return { firstRowsColdMs: rounded(cold), firstRowsMs: rounded(percentile(again, 0.5)) };
}

async function toRows(page: Page, address: string): Promise<number> {
  const begin = performance.now();
  await page.goto(`${address}/ledger`, { waitUntil: 'commit' });
  await page.locator('.task-cards > li').first().waitFor();
  return performance.now() - begin;
}
