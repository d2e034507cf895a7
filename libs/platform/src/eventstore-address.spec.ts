import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString';
import { parseEventstoreAddress } from './eventstore-address';
import { readEventstoreCertificates } from './eventstore-certificates';
import { TaizhangError } from './taizhang-error';

const PRESET = { discover: false, credentials: null, tls: true, files: {}, options: {} };

function errorOf(act: () => unknown): TaizhangError {
  try {
    act();
  } catch (error) {
    if (error instanceof TaizhangError) return error;
    throw error;
  }
  throw new Error('expected CONFIG.INVALID');
}

const fault = (text: string): TaizhangError => errorOf(() => parseEventstoreAddress(text));

describe('parseEventstoreAddress', () => {
  it('takes one host, by default on port 2113 and through TLS', () => {
    expect(parseEventstoreAddress('kurrentdb://log.office')).toEqual({
      ...PRESET,
      hosts: [{ address: 'log.office', port: 2113 }],
    });
  });

  it('takes a list of hosts with a user, a password and options', () => {
    const text = 'kurrentdb://taizhang:secret@a:2111,b,c_3.office:2113?tls=true&tlsCAFile=/certs/ca.crt';
    expect(parseEventstoreAddress(text)).toEqual({
      ...PRESET,
      hosts: [
        { address: 'a', port: 2111 },
        { address: 'b', port: 2113 },
        { address: 'c_3.office', port: 2113 },
      ],
      credentials: { username: 'taizhang', password: 'secret' },
      files: { tlsCAFile: resolve('/certs/ca.crt') },
    });
  });

  it.each([
    ['esdb', false],
    ['esdb+discover', true],
    ['kurrentdb', false],
    ['kurrentdb+discover', true],
  ])('takes the scheme %s', (scheme, discover) => {
    expect(parseEventstoreAddress(`${scheme}://a,b`)).toMatchObject({ discover, hosts: [{}, {}] });
  });

  it.each(['esdb://a:2113', 'esdb://a:2113/', ' esdb://a:2113 ', 'esdb://a:2113/?tls=true', 'esdb://a:2113,?tls=true'])(
    'takes what the client takes, such as a slash or a comma at the end: %j',
    (text) => expect(parseEventstoreAddress(text)).toEqual({ ...PRESET, hosts: [{ address: 'a', port: 2113 }] }),
  );

  it.each([
    'esdb://a',
    'esdb://a:2114/',
    'esdb://a.office:2113,b.office:2114,c.office',
    'esdb+discover://cluster.office',
    'esdb+discover://user%40office:p%40ss%2F@cluster.office:2115?tls=true',
    'esdb://user:pa/ss#w+rd@a,b:2?NODE_PREFERENCE=follower&maxDiscoverAttempts=4&discoveryInterval=50',
    'esdb://a?gossip-timeout=3&keepAliveInterval=20000&keepAliveTimeout=20000&defaultDeadline=7&connectionName=a%20b',
  ])('reads %s as the client does', (text) => {
    const { dnsDiscover, hosts, defaultCredentials, tls, ...options } = parseConnectionString(text);
    expect(parseEventstoreAddress(text)).toEqual({
      discover: dnsDiscover,
      hosts,
      credentials: defaultCredentials ?? null,
      tls: tls ?? true,
      files: {},
      options,
    });
  });

  it('keeps an IPv6 address in its brackets, so that a port can follow', () => {
    const { hosts } = parseEventstoreAddress('esdb://[::1]:2114,[fd00::2]?tls=false');
    expect(hosts).toEqual([
      { address: '[::1]', port: 2114 },
      { address: '[fd00::2]', port: 2113 },
    ]);
  });

  it.each([
    ['p%40ss%3Aword%2F%3F%25', 'p@ss:word/?%'],
    ['%E5%8F%A3%E4%BB%A4', '口令'],
    ['a+b/c=#1:2', 'a+b/c=#1:2'],
  ])('decodes the password %s', (written, password) => {
    const { credentials } = parseEventstoreAddress(`esdb://u%40office:${written}@a:2113?tls=true`);
    expect(credentials).toEqual({ username: 'u@office', password });
  });

  it('reads every option of the client, whatever its case and its hyphens', () => {
    const options = [
      'NodePreference=ReadOnlyReplica',
      'max-discover-attempts=3',
      'discovery_interval=200',
      'gossipTimeout=7',
      'keepAliveInterval=-1',
      'KEEPALIVETIMEOUT=9000',
      'defaultDeadline=5000',
      'connectionName=ledger%201',
      'tlsVerifyCert=true',
      'throwOnAppendFailure=true',
      'tls_ca_file=ca%20one.crt',
      'userCertFile=user.crt',
      'userKeyFile=user.key',
    ];
    expect(parseEventstoreAddress(`esdb://a?${options.join('&')}`)).toMatchObject({
      options: {
        nodePreference: 'read_only_replica',
        maxDiscoverAttempts: 3,
        discoveryInterval: 200,
        gossipTimeout: 7,
        keepAliveInterval: -1,
        keepAliveTimeout: 9000,
        defaultDeadline: 5000,
        connectionName: 'ledger 1',
      },
      files: {
        tlsCAFile: resolve('ca one.crt'),
        userCertFile: resolve('user.crt'),
        userKeyFile: resolve('user.key'),
      },
    });
  });

  it('hands on no option that the client has not, and none that was not written', () => {
    const { options } = parseEventstoreAddress('esdb://a?tls=true&tlsVerifyCert=true&throwOnAppendFailure=true');
    expect(Object.keys(options)).toEqual([]);
  });

  it.each([
    'hush',
    'http://admin:hush@host',
    'esdb:hush',
    'esdb://',
    'esdb://hush:@host',
    'esdb://hush@host',
    'esdb://user:hu%zzsh@host',
    'esdb://user:hush@one@two',
    'esdb://user:hush?more@host',
    'esdb://user:hush@a,,b',
    'esdb://user:hush@a:b:c',
    'esdb://user:hush@a:99999',
    'esdb://user:hush@a:0',
    'esdb://user:hush@a:21x',
    'esdb://user:hush@[::zz]:2113',
    'esdb://user:hush@a b',
    'esdb://user:hush@a?',
    'esdb://user:hush@a?tls',
    'esdb://user:hush@a?tls=',
    'esdb://user:hush@a?tls=hush',
    'esdb://user:hush@a?tls=true&tls=true',
    'esdb://user:hush@a?tls=true&',
    'esdb://user:hush@a?connectionName=hu%zzsh',
    'esdb://user:hush@a?connectionName=hush口令',
    'esdb://user:hush@a?nodePreference=hush',
    'esdb://user:hush@a?maxDiscoverAttempts=0',
    'esdb://user:hush@a?defaultDeadline=0',
    'esdb://user:hush@a?gossipTimeout=5s',
    'esdb://user:hush@a?discoveryInterval=9999999999',
    'esdb://user:hush@a?keepAliveInterval=9999',
    'esdb://user:hush@a?keepAliveInterval=-2',
    'esdb://user:hush@a?keepAliveTimeout=-1',
    'esdb://user:hush@a?hush-word=1',
    'esdb://user:hush@a?tls=false',
    'esdb://a?tls=false&tlsCAFile=/hush.crt',
    'esdb://a?userCertFile=/hush.crt',
    'esdb://a?userKeyFile=/hush.key',
    'esdb://user:hush@a?tlsVerifyCert=false',
    'esdb://user:hush@a?throwOnAppendFailure=false',
  ])('refuses %s in one sentence that quotes nothing of it', (text) => {
    const error = fault(text);
    expect(error.code).toBe('CONFIG.INVALID');
    expect(error.details).toEqual({ variables: ['EVENTSTORE_URL'] });
    expect(error.cause).toBeUndefined();
    expect(error.message).toMatch(/^环境变量 EVENTSTORE_URL 设置有误：[^。]+。$/);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hush');
  });

  it.each([
    ['esdb://user:word@a?tls=false', /tls=false/],
    ['esdb://a?tlsVerifyCert=false', /tlsCAFile/],
    ['esdb://a?throwOnAppendFailure=false', /throwOnAppendFailure/],
    ['esdb://a?userCertFile=a.crt', /userKeyFile/],
    ['esdb://a?keepAliveInterval=500', /keepAliveInterval.*10000/],
    ['esdb://a?tlsCaFiles=x', /没有选项 tlsCaFiles，.*tlsCAFile/],
    ['esdb://user:p@ss@a', /%40/],
  ])('says of %s what to put right', (text, words) => expect(fault(text).message).toMatch(words));

  it('prints nothing, whatever the address', () => {
    const warn = jest.spyOn(console, 'warn');
    fault('esdb://user:hush@a?unknown=1');
    parseEventstoreAddress('esdb://user:hush@a?keepAliveInterval=10000');
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('readEventstoreCertificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-certificates-'));
  const path = (name: string): string => encodeURIComponent(join(folder, name));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the files that the address names, and no others', () => {
    for (const name of ['ca', 'certificate', 'key']) writeFileSync(join(folder, name), name);
    const query = `tlsCAFile=${path('ca')}&userCertFile=${path('certificate')}&userKeyFile=${path('key')}`;
    expect(readEventstoreCertificates(parseEventstoreAddress(`esdb://a?${query}`))).toEqual({
      rootCertificate: Buffer.from('ca'),
      userCertFile: Buffer.from('certificate'),
      userKeyFile: Buffer.from('key'),
    });
    expect(readEventstoreCertificates(parseEventstoreAddress('esdb://a'))).toEqual({});
  });

  it.each([
    ['tlsCAFile', 'tlsCAFile=/nowhere/hush'],
    ['userCertFile', 'userCertFile=/nowhere/hush&userKeyFile=/nowhere/hush'],
    ['tlsCAFile', `tlsCAFile=${path('')}`],
  ])('names the option %s when its file cannot be read, and not the path', (option, query) => {
    const error = errorOf(() => readEventstoreCertificates(parseEventstoreAddress(`esdb://a?${query}`)));
    expect(error).toMatchObject({ code: 'CONFIG.INVALID', details: { variables: ['EVENTSTORE_URL'] } });
    expect(error.message).toContain(option);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hush');
  });
});
