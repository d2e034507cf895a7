import { connectionReason } from './connection-reason';

const coded = (code: string): Error => Object.assign(new Error('no'), { code });

describe('the reason of a failed connection', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET'])(
    'is worth waiting for with %s',
    (code) => {
      expect(connectionReason(coded(code), []).kind).toBe('UNAVAILABLE');
    },
  );

  it.each([
    ['CERT_HAS_EXPIRED', '已过期'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '主机名'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', '不受信任'],
    ['SELF_SIGNED_CERT_IN_CHAIN', '不受信任'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '不受信任'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS'],
    ['ENOENT', '证书文件'],
  ])('wants a change with %s', (code, words) => {
    expect(connectionReason(coded(code), [])).toMatchObject({ kind: 'REFUSED' });
    expect(connectionReason(coded(code), []).text).toContain(words);
  });

  it('is first what the server says in its own codes and words', () => {
    const own = [[/^28P01$|WRONGPASS/, 'REFUSED', '口令不对']] as const;
    expect(connectionReason(coded('28P01'), own)).toEqual({ kind: 'REFUSED', text: '口令不对' });
    expect(connectionReason(new Error('WRONGPASS invalid'), own)).toEqual({ kind: 'REFUSED', text: '口令不对' });
  });

  it('names the code of what nobody has foreseen', () => {
    expect(connectionReason(coded('XX000'), []).text).toContain('XX000');
  });
});
