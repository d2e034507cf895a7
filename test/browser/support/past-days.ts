import { type Locator } from 'playwright-core';

/** Answers the question about days that are over: each limit keeps its day. */
export async function keepPastDays(form: Locator): Promise<void> {
  for (const keep of await form.getByLabel('保留原日期', { exact: true }).all()) await keep.check();
}
