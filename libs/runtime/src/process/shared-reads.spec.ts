import { SharedReads } from './shared-reads';

/** A read that ends when it is told to. */
function slowReads() {
  const begun: { readonly key: string; readonly end: (value: number | Error) => void }[] = [];
  const reads = new SharedReads<number>(
    (key) =>
      new Promise((resolve, reject) => {
        begun.push({ key, end: (value) => (value instanceof Error ? reject(value) : resolve(value)) });
      }),
  );
  return { reads, begun };
}

/** Lets everything run that waits for nothing outside. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('reads that are shared', () => {
  it('are one for whoever asks while another runs, and that one begins after they asked', async () => {
    const { reads, begun } = slowReads();
    const first = reads.of('a');
    const others = [reads.of('a'), reads.of('a'), reads.of('a')];
    expect(begun).toHaveLength(1);
    begun[0]?.end(1);
    expect(await first).toBe(1);
    await settled();
    expect(begun).toHaveLength(2);
    begun[1]?.end(2);
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
  });

  it('are apart for what is different', () => {
    const { reads, begun } = slowReads();
    void reads.of('a');
    void reads.of('b');
    expect(begun.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('fail for those who share them, and for nobody else', async () => {
    const { reads, begun } = slowReads();
    const first = reads.of('a');
    const second = reads.of('a');
    begun[0]?.end(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await settled();
    begun[1]?.end(2);
    expect(await second).toBe(2);
    const third = reads.of('a');
    begun[2]?.end(3);
    expect(await third).toBe(3);
  });
});
