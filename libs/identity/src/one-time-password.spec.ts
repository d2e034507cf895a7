import { newOneTimePassword } from './one-time-password';
import { passwordFaults } from './password-rule';

describe('one-time password', () => {
  it('is readable, different each time and keeps the rule', () => {
    const passwords = Array.from({ length: 500 }, () => newOneTimePassword('ab'));
    expect(new Set(passwords).size).toBe(500);
    for (const password of passwords) {
      expect(password).toMatch(/^([A-HJ-NP-Za-hjkmnp-z2-9]{4}-){3}[A-HJ-NP-Za-hjkmnp-z2-9]{4}$/);
      expect(passwordFaults(password, 'ab')).toEqual([]);
    }
  });
});
