/**
 * Does `work` for each item, in their order, with at most `width` under way at a time; starts no more once `stopped` says
 * so, and waits for what was started.
 * @returns how many were started
 * @throws nothing of its own; `work` must not throw
 */
export async function runBounded<T>(
  items: readonly T[],
  width: number,
  stopped: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<number> {
  let started = 0;
  const lane = async (): Promise<void> => {
    while (started < items.length && !stopped()) {
      const [item] = items.slice(started, started + 1);
      started += 1;
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return started;
}
