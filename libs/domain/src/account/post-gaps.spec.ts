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
const LINEAGE = new Map([
  [OFFICE, [OFFICE]],
  [HEALTH, [HEALTH, OFFICE]],
]);
const gapsOf = (people: readonly AblePerson[], ledgerIds: readonly string[] = [ONE], lineage = LINEAGE) =>
  postGaps({ people, lineage }, ledgerIds);
const lacks = (...people: readonly AblePerson[]) => gapsOf(people).map(({ lack }) => lack);

describe('the posts that are missing for a task to reach its end', () => {
  const clerk = person('clerk', 'supervision-clerk');
  const verifier = person('verifier', 'verifier');
  const closer = person('closer', 'closer', 'leader');
  const reporter = person('reporter', { role: 'reporter', unitId: HEALTH }, { role: 'unit-head', unitId: HEALTH });

  it('are none where clerk, verifier, closer and a second to decide are four parts of enough people', () => {
    expect(lacks(clerk, verifier, closer, reporter)).toEqual([]);
  });

  it('are all of them in an empty office, once for all its ledgers', () => {
    expect(gapsOf([], [ONE, OTHER])).toEqual([
      { ledgerId: null, unitId: null, lack: 'clerk' },
      { ledgerId: null, unitId: null, lack: 'verifier' },
      { ledgerId: null, unitId: null, lack: 'closer' },
      { ledgerId: null, unitId: null, lack: 'leader' },
    ]);
    expect(gapsOf([], [])).toHaveLength(4);
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
    expect(lacks(clerk, verifier, person('closer', 'closer'))).toEqual(['decider', 'leader']);
    expect(lacks(clerk, person('second', 'supervision-clerk'), verifier, person('closer', 'closer'))).toEqual([
      'leader',
    ]);
  });

  it('are named with the unit in which everybody who could judge holds a post', () => {
    const posted = person('verifier', 'verifier', { role: 'auditor', unitId: HEALTH });
    expect(gapsOf([clerk, posted, closer, reporter])).toEqual([{ ledgerId: null, unitId: HEALTH, lack: 'verifier' }]);
    expect(lacks(clerk, posted, verifier, closer, reporter)).toEqual([]);
  });

  it('are named with the ledger where others have them', () => {
    const there = person('there', { role: 'closer', ledgerId: OTHER }, { role: 'leader', ledgerId: null });
    expect(gapsOf([clerk, verifier, there], [ONE, OTHER])).toEqual([{ ledgerId: ONE, unitId: null, lack: 'closer' }]);
  });

  describe('of a unit to decide', () => {
    const ofHealth = (lack: string) => [{ ledgerId: null, unitId: HEALTH, lack }];
    const inHealth = { role: 'auditor', unitId: HEALTH } as const;
    const leading = person('leading', { role: 'leader', unitId: HEALTH });
    const closing = person('closing', 'closer');

    it('are a leader where it is in nobody’s charge, or in that of people who stand in it alone, and nobody leads the office', () => {
      const deputy = person('deputy', { role: 'leader', inCharge: ['finance'] });
      expect(gapsOf([clerk, verifier, closing, reporter, person('second', 'supervision-clerk'), deputy])).toEqual(
        ofHealth('leader'),
      );
      expect(gapsOf([clerk, verifier, closing, reporter, person('second', 'supervision-clerk'), leading])).toEqual(
        ofHealth('leader'),
      );
      // The leader of the office decides on measures where nobody above is in charge; on requests beside the one clerk nobody does.
      const alone = new Map([[HEALTH, [HEALTH]]]);
      expect(gapsOf([clerk, verifier, closer, reporter, leading], [ONE], alone)).toEqual(ofHealth('decider'));
    });

    it('are a second person where all who could decide beside the one clerk stand in it', () => {
      const both = person('both', 'leader', inHealth);
      const there = person('there', { role: 'supervision-clerk', unitId: HEALTH });
      expect(gapsOf([clerk, verifier, closing, reporter, both])).toEqual([
        ...ofHealth('decider'),
        ...ofHealth('leader'),
      ]);
      expect(gapsOf([clerk, there, verifier, closing, reporter, both])).toEqual([
        ...ofHealth('decider'),
        ...ofHealth('leader'),
      ]);
      expect(gapsOf([clerk, there, verifier, closer, reporter])).toEqual([]);
    });

    it('are none for the office itself, in which another person decides who does not do its work', () => {
      const own = person('own', 'reporter', 'unit-head');
      const judges = [verifier, closing].map((each) => ({
        ...each,
        posts: each.posts.map((post) => ({ ...post, unitId: 'elsewhere' })),
      }));
      expect(gapsOf([clerk, ...judges, own, person('leader', 'leader')])).toEqual([]);
      expect(gapsOf([clerk, ...judges, own, person('leader', 'leader', 'unit-head')])).toEqual([
        { ledgerId: null, unitId: OFFICE, lack: 'decider' },
        { ledgerId: null, unitId: OFFICE, lack: 'leader' },
      ]);
    });
  });
});
