import { setImmediate } from 'node:timers/promises';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Tasks in pages, in the order of their ids. Between two pages others are served: what is worked out of thousands of tasks takes seconds.
 * @param read the page after an id; a short one is the last
 * @param size tasks of a page
 */
export async function* pagesOf<Row extends { readonly taskId: string }>(
  read: (after: string) => Promise<readonly Row[]>,
  size: number,
): AsyncGenerator<readonly Row[], void, undefined> {
  let after = BEFORE_ALL;
  for (;;) {
    const page = await read(after);
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < size) return;
    after = last.taskId;
    await setImmediate();
  }
}
