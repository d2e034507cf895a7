import { type Post } from '#domain';
import { type IdentityNotify } from '#identity';
import { PEOPLE, testId } from '../../../../libs/domain/testing';
import { ActorDirectory, type PostReader } from './actor-directory';

const ACCOUNT = PEOPLE.reporter.accountId;
const POSTS = PEOPLE.reporter.posts;
const NEW_POSTS = PEOPLE.unitHead.posts;

/** Posts that come when the spec says so. */
class SlowReader implements PostReader {
  readonly asked: ((posts: readonly Post[]) => void)[] = [];
  /** What waiting for the log's end fails of. */
  fault: Error | null = null;

  postsOf(): Promise<readonly Post[]> {
    return new Promise((resolve) => this.asked.push(resolve));
  }

  async untilLevel(): Promise<void> {
    if (this.fault) throw this.fault;
  }

  /** Answers the oldest question. */
  answer(posts: readonly Post[]): void {
    this.asked.shift()?.(posts);
  }
}

describe('ActorDirectory', () => {
  let reader: SlowReader;
  let live: boolean;
  let directory: ActorDirectory;

  beforeEach(() => {
    reader = new SlowReader();
    live = true;
    const notify: Pick<IdentityNotify, 'isLive' | 'subscribe'> = { isLive: () => live, subscribe: () => undefined };
    directory = new ActorDirectory(reader, notify);
  });

  async function read(posts: readonly Post[]): Promise<readonly Post[]> {
    const found = directory.postsOf(ACCOUNT);
    reader.answer(posts);
    return found;
  }

  it('asks once as long as nothing changes', async () => {
    expect(await read(POSTS)).toEqual(POSTS);
    expect(await directory.postsOf(ACCOUNT)).toEqual(POSTS);
    expect(reader.asked).toEqual([]);
  });

  it('asks again after a change of the account, and not after one of somebody else', async () => {
    await read(POSTS);
    directory.forget({ kind: 'account', accountId: testId(0x999) });
    expect(await directory.postsOf(ACCOUNT)).toEqual(POSTS);
    directory.forget({ kind: 'account', accountId: ACCOUNT });
    expect(await read(NEW_POSTS)).toEqual(NEW_POSTS);
    directory.clear();
    expect(await read(POSTS)).toEqual(POSTS);
  });

  it.each([
    ['a change', () => directory.forget({ kind: 'account', accountId: ACCOUNT })],
    ['an outage', () => directory.clear()],
  ])('does not keep what was read before %s and came after it', async (_name, change) => {
    const before = directory.postsOf(ACCOUNT);
    change();
    reader.answer(POSTS);
    expect(await before).toEqual(POSTS);
    // A revoked post would be kept for ever otherwise.
    expect(await read(NEW_POSTS)).toEqual(NEW_POSTS);
  });

  it('reads again for a refusal what it keeps, and keeps what it has read then', async () => {
    await read(POSTS);
    const byTheLog = directory.postsByTheLog(ACCOUNT);
    await Promise.resolve();
    reader.answer(NEW_POSTS);
    expect(await byTheLog).toEqual(NEW_POSTS);
    expect(await directory.postsOf(ACCOUNT)).toEqual(NEW_POSTS);
  });

  it('reads nothing for a refusal when the tables do not get to the log’s end', async () => {
    reader.fault = new Error('behind');
    await expect(directory.postsByTheLog(ACCOUNT)).rejects.toThrow('behind');
    expect(reader.asked).toEqual([]);
  });

  it('keeps nothing and trusts nothing while changes are not heard', async () => {
    await read(POSTS);
    live = false;
    expect(await read(NEW_POSTS)).toEqual(NEW_POSTS);
    live = true;
    directory.clear();
    expect(await read(POSTS)).toEqual(POSTS);
  });
});
