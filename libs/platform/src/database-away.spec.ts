import { isDatabaseAway } from './database-away';

describe('isDatabaseAway', () => {
  const coded = (code: string) => Object.assign(new Error('no'), { code });

  it.each(['57P01', '57P03', '57014', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET'])('is so with %s', (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true);
  });

  it.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])(
    'is so with "%s"',
    (said) => {
      expect(isDatabaseAway(new Error(said))).toBe(true);
    },
  );

  it.each([coded('23505'), coded('42P01'), coded('ENOENT'), new Error('no'), 'ECONNRESET', null])(
    'is not so with %p',
    (error) => {
      expect(isDatabaseAway(error)).toBe(false);
    },
  );
});
