import { isNewer } from './positions';

describe('the order of positions', () => {
  it('is that of numbers, however long they are', () => {
    expect(isNewer('10', '9')).toBe(true);
    expect(isNewer('9', '10')).toBe(false);
    expect(isNewer('9007199254740993', '9007199254740992')).toBe(true);
    expect(isNewer('7', '7')).toBe(false);
  });

  it('puts everything after nothing', () => expect(isNewer('1', null)).toBe(true));
});
