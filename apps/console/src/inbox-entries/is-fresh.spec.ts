import { isFresh } from './is-fresh';

describe('an entry that is new to the reader', () => {
  it('has come since they looked, and is no reminder of a task that has ended', () => {
    const reminded = { kind: 'remind', status: 'underway', position: '12' } as const;
    expect([isFresh(reminded, '11'), isFresh(reminded, '12'), isFresh(reminded, null)]).toEqual([true, false, true]);
    expect(isFresh({ ...reminded, status: 'closed' }, '11')).toBe(false);
    // That it was closed is news.
    expect(isFresh({ ...reminded, kind: 'closed', status: 'closed' }, '11')).toBe(true);
  });
});
