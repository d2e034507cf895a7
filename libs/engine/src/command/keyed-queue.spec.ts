import { KeyedQueue } from './keyed-queue';

/** A job that ends when it is told. */
function job(name: string, told: string[]) {
  let finish: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  const run = async (): Promise<string> => {
    told.push(`${name} begins`);
    await waiting;
    told.push(`${name} ends`);
    return name;
  };
  return { run, finish };
}

describe('KeyedQueue', () => {
  it('runs jobs of one key one after another, in their order', async () => {
    const told: string[] = [];
    const queue = new KeyedQueue();
    const [one, two] = [job('one', told), job('two', told)];
    const both = [queue.run('key', one.run), queue.run('key', two.run)];
    two.finish();
    expect(told).toEqual(['one begins']);
    one.finish();
    expect(await Promise.all(both)).toEqual(['one', 'two']);
    expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('runs jobs of different keys side by side', async () => {
    const told: string[] = [];
    const queue = new KeyedQueue();
    const [one, two] = [job('one', told), job('two', told)];
    const first = queue.run('a', one.run);
    const second = queue.run('b', two.run);
    two.finish();
    await second;
    expect(told).toEqual(['one begins', 'two begins', 'two ends']);
    one.finish();
    await first;
  });

  it('goes on after a job that failed, and tells only its sender', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('key', () => Promise.reject(new Error('no')));
    const next = queue.run('key', () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
    expect(await queue.run('key', () => Promise.resolve('later'))).toBe('later');
  });
});
