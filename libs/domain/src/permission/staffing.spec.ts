import { staffingOf, UNIT_ROLES } from './staffing';

describe('how far a unit can act by itself', () => {
  it.each([
    ['its head alone', ['unit-head'], 'able'],
    ['a reporter and the head', ['reporter', 'unit-head'], 'able'],
    ['a reporter, who cannot ask for closure', ['reporter'], 'no-head'],
    ['people whose posts have nothing to do with its tasks', ['verifier', 'leader', 'supervision-clerk'], 'nobody'],
    ['nobody', [], 'nobody'],
  ] as const)('with %s', (_who, roles, staffing) => {
    expect(staffingOf(roles)).toBe(staffing);
  });

  it('follows from the roles that may take the steps of a unit', () => {
    expect([...UNIT_ROLES].sort()).toEqual(['reporter', 'unit-head']);
  });
});
