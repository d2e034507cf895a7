import { DEFAULT_POLICY } from '#domain';
import { inForceIn } from './rules-in-force';

const version = (ledgerId: string | null, name: string) => ({ ledgerId, policy: { ...DEFAULT_POLICY, version: name } });

describe('the rules in force', () => {
  const versions = [version('a', 'a-1'), version(null, 'office-2'), version(null, 'default-1')];

  it.each([
    ['a ledger that has its own', 'a', 'a-1'],
    ['a ledger that has none', 'b', 'office-2'],
    ['the office', null, 'office-2'],
  ])('of %s are the last that were published for it', (_, ledgerId, name) => {
    expect(inForceIn(versions, ledgerId).policy.version).toBe(name);
  });

  it('are those of the program before any were written', () => {
    expect(inForceIn([], 'a').policy).toBe(DEFAULT_POLICY);
  });
});
