import { PEOPLE, stateOf, taskIn, testId, UNITS } from '../../testing';
import { type AblePerson, type GrantableRole, lacksOfTask } from '..';

describe('an open task that nobody can lead to its end', () => {
  const holder = (
    { accountId }: { readonly accountId: string },
    role: GrantableRole,
    unitId = UNITS.office,
    ledgerId: string | null = null,
  ): AblePerson => ({ accountId, posts: [{ role, unitId, ledgerId }] });
  const second = { accountId: testId(0x7777) };
  const verifier = holder(PEOPLE.verifier, 'verifier');
  const closer = holder(PEOPLE.closer, 'closer');
  const assigned = stateOf(taskIn('assigned'));
  const verified = stateOf(taskIn('verified'));

  it('is none while a verifier and another person who closes are free', () => {
    expect(lacksOfTask(assigned, [verifier, closer])).toEqual([]);
  });

  it('lacks whoever checks where the only verifier assigned it, or is posted in its unit', () => {
    expect(lacksOfTask(assigned, [holder(PEOPLE.clerk, 'verifier'), closer])).toEqual(['verify']);
    expect(lacksOfTask(assigned, [holder(PEOPLE.verifier, 'verifier', UNITS.health), closer])).toEqual(['verify']);
    expect(lacksOfTask(assigned, [closer])).toEqual(['verify']);
  });

  it('lacks whoever closes where the only closer is the only one who checks', () => {
    const both: AblePerson = {
      ...second,
      posts: [...holder(second, 'verifier').posts, ...holder(second, 'closer').posts],
    };
    expect(lacksOfTask(assigned, [both])).toEqual(['close']);
    expect(lacksOfTask(assigned, [both, verifier])).toEqual([]);
  });

  it('lacks nobody but a closer once it is verified: whoever checked it does not close it', () => {
    expect(lacksOfTask(verified, [closer])).toEqual([]);
    expect(lacksOfTask(verified, [holder(PEOPLE.verifier, 'closer'), verifier])).toEqual(['close']);
  });

  it('goes by the posts in its ledger', () => {
    expect(lacksOfTask(assigned, [verifier, holder(PEOPLE.closer, 'closer', UNITS.office, testId(0x3333))])).toEqual([
      'close',
    ]);
  });
});
