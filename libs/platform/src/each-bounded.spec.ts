import { eachBounded } from './each-bounded';

/** Work that goes on until it is told to end. */
class Works {
  readonly begun: number[] = [];
  private readonly ends = new Map<number, { done: () => void; fail: (error: Error) => void }>();

  readonly work = (item: number): Promise<void> => {
    this.begun.push(item);
    return new Promise((done, fail) => this.ends.set(item, { done, fail }));
  };

  /** Ends one and gives the next its turn. */
  async end(item: number, error?: Error): Promise<void> {
    const { done, fail } = this.ends.get(item) ?? {};
    if (error) fail?.(error);
    else done?.();
    await new Promise(setImmediate);
  }
}

describe('eachBounded', () => {
  it('has no more than so many under way, in their order', async () => {
    const works = new Works();
    const all = eachBounded([1, 2, 3, 4], 2, works.work);
    expect(works.begun).toEqual([1, 2]);
    await works.end(2);
    expect(works.begun).toEqual([1, 2, 3]);
    await works.end(1);
    await works.end(3);
    await works.end(4);
    await all;
    expect(works.begun).toEqual([1, 2, 3, 4]);
  });

  it('begins nothing more once one has failed', async () => {
    const works = new Works();
    const all = eachBounded([1, 2, 3, 4], 2, works.work);
    const outcome = expect(all).rejects.toThrow('broken');
    await works.end(1, new Error('broken'));
    await works.end(2);
    await outcome;
    expect(works.begun).toEqual([1, 2]);
  });

  it('begins nothing more once it is stopped, and waits for what is under way', async () => {
    const works = new Works();
    let stopped = false;
    let over = false;
    const all = eachBounded([1, 2, 3, 4], 2, works.work, () => stopped).then(() => (over = true));
    stopped = true;
    await works.end(1);
    expect([works.begun, over]).toEqual([[1, 2], false]);
    await works.end(2);
    await all;
    expect(works.begun).toEqual([1, 2]);
    await eachBounded([5], 2, works.work, () => true);
    expect(works.begun).toEqual([1, 2]);
  });

  it('has nothing to do where there is nothing', async () => {
    await expect(eachBounded([], 3, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
