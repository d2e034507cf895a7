import { API_TOKEN_PREFIX, hashSecretToken, newSecretToken } from './secret-token';

describe('secret token', () => {
  it('is 32 random bytes in base64url', () => {
    const tokens = new Set(Array.from({ length: 100 }, () => newSecretToken()));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('is kept as a SHA-256 that differs by token', () => {
    const token = newSecretToken(API_TOKEN_PREFIX);
    const hash = hashSecretToken(token, API_TOKEN_PREFIX);
    expect(hash).toHaveLength(32);
    expect(hash).toEqual(hashSecretToken(token, API_TOKEN_PREFIX));
    expect(hash).not.toEqual(hashSecretToken(newSecretToken(API_TOKEN_PREFIX), API_TOKEN_PREFIX));
  });

  it.each([
    '',
    'x',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(42)}=`,
    `tz_${'a'.repeat(43)}`,
    'a'.repeat(1_000_000),
  ])('takes no hash of what cannot be a session token (%.12s)', (text) => {
    expect(hashSecretToken(text)).toBeNull();
  });

  it('keeps the two kinds apart', () => {
    expect(hashSecretToken(newSecretToken(), API_TOKEN_PREFIX)).toBeNull();
    expect(hashSecretToken(newSecretToken(API_TOKEN_PREFIX))).toBeNull();
  });
});
