import { type Actor, DEFAULT_POLICY } from '#domain';
import { MemoryEventStore } from '#event-store';
import { PEOPLE, testId, UNITS } from '../../../domain/testing';
import { EngineLab, LabAccounts } from '../../testing';

const SYSTEM = PEOPLE.systemAdministrator;
const SECURITY = PEOPLE.securityAdministrator;
const NEWCOMER = testId(0x4a01);
const { version: _version, ...CONTENT } = DEFAULT_POLICY;
const STREAM = `account-${NEWCOMER}`;

/** A log in memory that counts which streams of accounts were read. */
class CountingStore extends MemoryEventStore {
  readonly read = new Set<string>();

  override readStream(...asked: Parameters<MemoryEventStore['readStream']>) {
    if (asked[0].startsWith('account-')) this.read.add(asked[0]);
    return super.readStream(...asked);
  }
}

describe('the administrators of an installation', () => {
  const store = new CountingStore();
  const reporters = Array.from({ length: 30 }, (_, index) => testId(0x4b00 + index));
  const accounts = new LabAccounts([SYSTEM.accountId, SECURITY.accountId, NEWCOMER, ...reporters]);
  let lab: EngineLab;

  beforeAll(async () => {
    lab = await (await EngineLab.open({ store, accounts })).furnish();
    for (const accountId of reporters) await grants(lab, accountId, 'reporter', PEOPLE.engine);
    await grants(lab, SYSTEM.accountId, 'system-administrator', PEOPLE.engine);
    await grants(lab, SECURITY.accountId, 'security-administrator', PEOPLE.engine);
  });
  afterAll(() => lab.close());

  const grants = (by: EngineLab, accountId: string, role: string, actor: Actor = SECURITY) =>
    by.does('account.grant-post', accountId, { unitId: UNITS.office, role }, { by: actor });

  it('are found without reading the stream of every account', async () => {
    store.read.clear();
    expect((await grants(lab, NEWCOMER, 'closer')).events).toEqual(['account.proposed']);
    expect([...store.read].sort()).toEqual(
      [STREAM, `account-${SYSTEM.accountId}`, `account-${SECURITY.accountId}`].sort(),
    );
  });

  it('are those of the log, also when another process made one a moment ago', async () => {
    const other = await EngineLab.open({ store, accounts }, 'other');
    const third = testId(0x4c01);
    // The third one is able from the moment of the grant, and decides beside the two.
    const both = new LabAccounts([SECURITY.accountId, third]);
    const here = await EngineLab.open({ store, accounts: both }, 'here');
    expect((await grants(here, testId(0x4c02), 'verifier')).events).toEqual(['post.granted']);
    await grants(other, third, 'system-administrator', PEOPLE.engine);
    expect((await grants(here, testId(0x4c03), 'verifier')).events).toEqual(['account.proposed']);
    await Promise.all([other.close(), here.close()]);
  });

  it('(14) are not made one by one of them, who disables the other: what takes two waits until there are two again', async () => {
    const both = new LabAccounts([SYSTEM.accountId, SECURITY.accountId]);
    const here = await EngineLab.open({ store: new MemoryEventStore(), accounts: both }, 'alone');
    await here.furnish();
    await grants(here, SYSTEM.accountId, 'security-administrator', PEOPLE.engine);
    await grants(here, SECURITY.accountId, 'security-administrator', PEOPLE.engine);
    await grants(here, SYSTEM.accountId, 'system-administrator', PEOPLE.engine);
    const holder = { ...SYSTEM, posts: [...SYSTEM.posts, ...SECURITY.posts] };
    await here.does('account.disable', SECURITY.accountId, {}, { by: SYSTEM });
    await both.disableAccount(SECURITY.accountId);
    const asked = await grants(here, testId(0x4d01), 'closer', holder);
    expect(asked.events).toEqual(['account.proposed']);
    here.clock.advance(31 * 24 * 3_600_000);
    expect((await grants(here, testId(0x4d02), 'closer', holder)).events).toEqual(['post.granted']);
    await here.close();
  });

  it('keep protection level three away while their posts do not go with it', async () => {
    const raise = () =>
      lab.does(
        'policy.publish',
        null,
        { content: { ...CONTENT, protectionLevel: 3 }, holds: 'new', reason: '定级' },
        { by: SYSTEM },
      );
    const granted = await grants(lab, SYSTEM.accountId, 'supervision-clerk');
    await expect(raise()).rejects.toMatchObject({ code: 'POLICY.POSTS_IN_THE_WAY' });
    const clerk = await postOf(SYSTEM.accountId, 'supervision-clerk');
    expect(granted.events).toEqual(['post.granted']);
    await lab.does('account.revoke-post', SYSTEM.accountId, { postId: clerk, reason: '分岗' }, { by: SECURITY });
    expect((await raise()).events).toEqual(['policy.published']);
    await expect(grants(lab, SYSTEM.accountId, 'supervision-clerk')).rejects.toMatchObject({
      code: 'POST.ADMINISTERS_AND_WORKS',
    });
  });

  async function postOf(accountId: string, role: string): Promise<unknown> {
    const events = await store.readStream(`account-${accountId}`);
    return events.find(({ type, data }) => type === 'post.granted' && data['role'] === role)?.data['postId'];
  }
});
