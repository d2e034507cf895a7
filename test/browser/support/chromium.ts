import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_SWITCHES, chromiumPath } from '../../../apps/cli/src/bench/first-rows.bench';

/** Starts the machine's own Chromium with a fresh profile. @throws if there is none */
export function startChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('Chromium is missing (Debian: apt-get install chromium fonts-noto-cjk)');
  return chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
}
