import { type Loaded, ResolvedCache, type ResolvedEntry } from './resolved-cache';

type Answer = Loaded<ResolvedEntry, string>;
const ENTRY: ResolvedEntry = { accountId: 'account-1', credentialId: 'session-1' };
const OTHER: ResolvedEntry = { accountId: 'account-2', credentialId: 'session-2' };

function setUp(): { cache: ResolvedCache<ResolvedEntry, string>; trust: (value: boolean) => void } {
  let trusted = true;
  const cache = new ResolvedCache<ResolvedEntry, string>(3, () => trusted);
  return { cache, trust: (value) => (trusted = value) };
}

/** A look into the database that ends when the spec says so. */
function look(): { read: () => Promise<Answer>; answer: (found: Answer) => void; asked: () => number } {
  let asked = 0;
  let answer: (found: Answer) => void = () => undefined;
  const found = new Promise<Answer>((resolve) => (answer = resolve));
  const read = async (): Promise<Answer> => {
    asked += 1;
    return found;
  };
  return { read, answer: (value) => answer(value), asked: () => asked };
}

const fill = async (cache: ResolvedCache<ResolvedEntry, string>): Promise<void> => {
  await cache.load('a', 'use', async () => ({ entry: ENTRY }));
  await cache.load('b', 'use', async () => ({ entry: OTHER }));
};

describe('ResolvedCache', () => {
  it('keeps what was found, not what was refused', async () => {
    const { cache } = setUp();
    await fill(cache);
    await cache.load('c', 'use', async () => ({ refusal: 'unknown' }));
    expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual([ENTRY, OTHER, undefined]);
  });

  it('forgets an entry that a new look refuses', async () => {
    const { cache } = setUp();
    await fill(cache);
    await cache.load('a', 'use', async () => ({ refusal: 'idle' }));
    expect(cache.find('a')).toBeUndefined();
  });

  it.each([
    [{ kind: 'account', accountId: 'account-1' } as const],
    [{ kind: 'session', sessionId: 'session-1' } as const],
    [{ kind: 'api_token', tokenId: 'session-1' } as const],
  ])('drops what %j concerns and nothing else', async (change) => {
    const { cache } = setUp();
    await fill(cache);
    cache.forget(change);
    expect([cache.find('a'), cache.find('b')]).toEqual([undefined, OTHER]);
  });

  it('keeps no more than its size', async () => {
    const { cache } = setUp();
    for (const key of ['1', '2', '3', '4']) await cache.load(key, 'use', async () => ({ entry: ENTRY }));
    expect(cache.find('1')).toBeUndefined();
    expect(cache.find('4')).toEqual(ENTRY);
  });

  it('shares one look between those who ask at the same time, per purpose', async () => {
    const { cache } = setUp();
    const first = look();
    const second = look();
    const answers = [
      cache.load('a', 'use', first.read),
      cache.load('a', 'use', second.read),
      cache.load('a', 'watch', second.read),
    ];
    first.answer({ entry: ENTRY });
    second.answer({ entry: OTHER });
    await expect(Promise.all(answers)).resolves.toEqual([{ entry: ENTRY }, { entry: ENTRY }, { entry: OTHER }]);
    expect([first.asked(), second.asked()]).toEqual([1, 1]);
  });

  it.each(['forget', 'clear'] as const)('neither keeps nor hands on what was read before a %s', async (how) => {
    const { cache } = setUp();
    const before = look();
    const early = cache.load('a', 'use', before.read);
    if (how === 'clear') cache.clear();
    else cache.forget({ kind: 'session', sessionId: 'session-1' });
    const late = cache.load('a', 'use', async () => ({ refusal: 'ended' }));
    before.answer({ entry: ENTRY });
    await expect(late).resolves.toEqual({ refusal: 'ended' });
    await expect(early).resolves.toEqual({ entry: ENTRY });
    expect(cache.find('a')).toBeUndefined();
  });

  it('shares no failure with those who ask later', async () => {
    const { cache } = setUp();
    await expect(cache.load('a', 'use', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    await expect(cache.load('a', 'use', async () => ({ entry: ENTRY }))).resolves.toEqual({ entry: ENTRY });
  });

  it('answers nothing from memory, keeps nothing and shares nothing while it is not trusted', async () => {
    const { cache, trust } = setUp();
    await fill(cache);
    trust(false);
    expect(cache.find('a')).toBeUndefined();
    const first = look();
    const answers = [cache.load('c', 'use', first.read), cache.load('c', 'use', first.read)];
    first.answer({ entry: ENTRY });
    await Promise.all(answers);
    expect(first.asked()).toBe(2);
    trust(true);
    expect(cache.find('c')).toBeUndefined();
  });
});
