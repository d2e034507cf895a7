import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '#testing';
import { openQueryLab, type QueryLab } from '../../testing';
import { unitPosts } from './unit-posts';

describe('the posts by which people act for units', () => {
  let house: QueryLab;
  const [ledgerId, otherId, practiceId] = [randomUUID(), randomUUID(), randomUUID()];
  const [unitId, accountId] = [randomUUID(), randomUUID()];
  const [everywhere, here, elsewhere, forPractice, gone, closer] = Array.from({ length: 6 }, () => randomUUID());
  const postOf = (role: string, of: string | null) => ({ unitId, role, ledgerId: of });

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    await writer.write(
      `ledger-${practiceId}`,
      {
        type: 'ledger.created',
        data: { name: '练习', code: 'LX', closingPrefix: '练习销', region: 'CN', kind: 'reform' },
      },
      { type: 'ledger.marked-practice', data: { accountId } },
    );
    /** What a post in earnest has beside one for practice. */
    const beside = (type: string) => (type === 'post.granted' ? { inCharge: [], second: 'unneeded' } : {});
    const grant = (postId: string | undefined, data: object, type = 'post.granted') =>
      writer.write(`account-${accountId}`, { type, data: { postId, accountId, ...data, ...beside(type) } });
    await grant(everywhere, postOf('reporter', null));
    await grant(here, postOf('unit-head', ledgerId));
    await grant(elsewhere, postOf('unit-head', otherId));
    await grant(forPractice, postOf('unit-head', practiceId), 'post.granted-for-practice');
    await grant(gone, postOf('unit-head', null));
    await grant(closer, postOf('closer', null));
    const revocation = { postId: gone, ...postOf('unit-head', null), reason: '调离' };
    await house.reach(await writer.write(`account-${accountId}`, { type: 'post.revoked', data: revocation }));
  });
  afterAll(() => house.close());

  const rolesIn = async (of: string | null) =>
    (await unitPosts(house.lab.pool, of))
      .filter((post) => post.unitId === unitId)
      .map(({ role }) => role)
      .sort();

  it('are those of the ledger and those in all ledgers; no revoked one, and none for practice', async () => {
    expect(await rolesIn(ledgerId)).toEqual(['reporter', 'unit-head']);
    expect(await rolesIn(randomUUID())).toEqual(['reporter']);
    expect(await rolesIn(null)).toEqual(['reporter', 'unit-head', 'unit-head']);
  });

  it('are in a practice ledger its own alone', async () => {
    expect(await rolesIn(practiceId)).toEqual(['unit-head']);
  });
});
