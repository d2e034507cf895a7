/**
 * Does `work` for each item, in their order, at most `width` at a time. Rejects with the first failure; what is under way then
 * goes on, and nothing more is begun.
 * @param stopped once it says so nothing more is begun either; what is under way is waited for
 */
export async function eachBounded<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
  stopped: () => boolean = () => false,
): Promise<void> {
  const left = items[Symbol.iterator]();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      if (failed || stopped()) return;
    }
  };
  const lanes = stopped() ? 0 : width;
  await Promise.all(Array.from({ length: lanes }, lane));
}
