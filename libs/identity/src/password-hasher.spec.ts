import { Argon2PasswordHasher, OWASP_ARGON2_COST } from './password-hasher';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

describe('Argon2PasswordHasher', () => {
  it('makes argon2id hashes with the parameters of OWASP and a salt of their own', async () => {
    const hasher = new Argon2PasswordHasher();
    const [first, second] = await Promise.all([hasher.hash('Kaoqin-2026-bu'), hasher.hash('Kaoqin-2026-bu')]);
    expect(OWASP_ARGON2_COST).toEqual({ memoryCost: 19456, timeCost: 2, parallelism: 1 });
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
    await expect(hasher.verify(first, 'Kaoqin-2026-bu')).resolves.toBe(true);
    await expect(hasher.verify(first, 'Kaoqin-2026-bU')).resolves.toBe(false);
  });

  it('verifies a hash made at another cost, so that the cost may be raised later', async () => {
    const old = await new Argon2PasswordHasher(CHEAP).hash('Kaoqin-2026-bu');
    await expect(new Argon2PasswordHasher().verify(old, 'Kaoqin-2026-bu')).resolves.toBe(true);
  });

  it('refuses when too many wait, and serves everyone who waited', async () => {
    const hasher = new Argon2PasswordHasher(CHEAP, { atOnce: 1, waiting: 2 });
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((password) => hasher.hash(password)));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(results[3]).toMatchObject({ reason: { code: 'IDENTITY.BUSY' } });
    await expect(hasher.hash('e')).resolves.toContain('$argon2id$');
  });

  it('gives the place back when a hash cannot be read', async () => {
    const hasher = new Argon2PasswordHasher(CHEAP, { atOnce: 1, waiting: 0 });
    await expect(hasher.verify('not a hash', 'x')).rejects.toThrow();
    await expect(hasher.hash('x')).resolves.toContain('$argon2id$');
  });
});
