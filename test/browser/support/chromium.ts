import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names under which systems know it. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Nothing but the page under test is loaded, shown or asked of the network. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's own Chromium with a fresh profile. @throws if there is none */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--headless=new', ...SWITCHES] });
}

function chromiumPath(): string {
  const folders = (process.env['PATH'] ?? '').split(':');
  const found = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find(existsSync);
  if (found === undefined) throw new Error('Chromium is missing (Debian: apt-get install chromium fonts-noto-cjk)');
  return found;
}
