import { type AblePerson, type GrantableRole, postGaps } from '..';

const OFFICE = 'office';
const HEALTH = 'health';
const [ONE, OTHER] = ['ledger-1', 'ledger-2'];

/** A person with posts in the office, in every ledger, unless a post says otherwise. */
const person = (
  accountId: string,
  ...posts: readonly (GrantableRole | Partial<AblePerson['posts'][number]>)[]
): AblePerson => ({
  accountId,
  posts: posts.map((post) => ({
    role: 'reporter',
    unitId: OFFICE,
    ledgerId: null,
    ...(typeof post === 'string' ? { role: post } : post),
  })),
});
const lacks = (...people: readonly AblePerson[]) => postGaps(people, [ONE]).map(({ lack }) => lack);

describe('the posts that are missing for a task to reach its end', () => {
  const clerk = person('clerk', 'supervision-clerk');
  const verifier = person('verifier', 'verifier');
  const closer = person('closer', 'closer', 'leader');
  const reporter = person('reporter', { role: 'reporter', unitId: HEALTH }, { role: 'unit-head', unitId: HEALTH });

  it('are none where clerk, verifier, closer and a second to decide are four parts of enough people', () => {
    expect(lacks(clerk, verifier, closer, reporter)).toEqual([]);
  });

  it('are all of them in an empty office, once for all its ledgers', () => {
    expect(postGaps([], [ONE, OTHER])).toEqual([
      { ledgerId: null, unitId: null, lack: 'clerk' },
      { ledgerId: null, unitId: null, lack: 'verifier' },
      { ledgerId: null, unitId: null, lack: 'closer' },
    ]);
    expect(postGaps([], [])).toHaveLength(3);
  });

  it('are a second verifier where the only one is the only clerk, who assigns', () => {
    const both = person('both', 'supervision-clerk', 'verifier');
    expect(lacks(both, closer)).toEqual(['other-verifier']);
    // Another clerk assigns, and the first one checks.
    expect(lacks(both, clerk, closer)).toEqual([]);
  });

  it('are a second closer where the only one is the only verifier', () => {
    const both = person('both', 'verifier', 'closer');
    expect(lacks(clerk, both, person('leader', 'leader'))).toEqual(['other-closer']);
    expect(lacks(clerk, both, verifier, person('leader', 'leader'))).toEqual([]);
  });

  it('are a second person to decide where one clerk has no leader', () => {
    expect(lacks(clerk, verifier, person('closer', 'closer'))).toEqual(['decider']);
    expect(lacks(clerk, person('second', 'supervision-clerk'), verifier, person('closer', 'closer'))).toEqual([]);
  });

  it('are named with the unit in which everybody who could judge holds a post', () => {
    const posted = person('verifier', 'verifier', { role: 'auditor', unitId: HEALTH });
    expect(postGaps([clerk, posted, closer, reporter], [ONE])).toEqual([
      { ledgerId: null, unitId: HEALTH, lack: 'verifier' },
    ]);
    expect(lacks(clerk, posted, verifier, closer, reporter)).toEqual([]);
  });

  it('are named with the ledger where others have them', () => {
    const there = person('there', { role: 'closer', ledgerId: OTHER }, { role: 'leader', ledgerId: null });
    expect(postGaps([clerk, verifier, there], [ONE, OTHER])).toEqual([{ ledgerId: ONE, unitId: null, lack: 'closer' }]);
  });
});
