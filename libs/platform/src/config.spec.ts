import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { loadConfig } from './config';
import { TaizhangError } from './taizhang-error';

function errorOf(env: NodeJS.ProcessEnv): TaizhangError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof TaizhangError) return error;
    throw error;
  }
  throw new Error('expected CONFIG.INVALID');
}

describe('loadConfig', () => {
  it('falls back to the embedded profile', () => {
    expect(loadConfig({ HOME: '/root', PORT: ' ' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: resolve('taizhang-data'),
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      redisUrl: undefined,
      eventstoreUrl: undefined,
      logLevel: 'info',
      role: 'all',
      timezone: 'Asia/Shanghai',
      poolMax: 20,
      session: { idleMinutes: 10 },
      startWaitSeconds: 60,
      shutdownSeconds: 20,
    });
  });

  it('uses the program address for migrations where the owner has none', () => {
    const config = loadConfig({ DATABASE_URL: 'postgres://a:b@h/d' });
    expect(config.databaseOwnerUrl).toBe('postgres://a:b@h/d');
  });

  it.each([
    ['PORT', 'eighty-hush'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'hush hush'],
    ['DATABASE_URL', 'mysql://user:hush@host/db'],
    ['DATABASE_URL', 'hush'],
    ['REDIS_URL', 'http://:hush@host'],
    ['EVENTSTORE_URL', 'http://admin:hush@host'],
    ['EVENTSTORE_URL', 'kurrentdb://admin:hush@a:2113,b:2113?tls=false'],
    ['EVENTSTORE_URL', 'kurrentdb://admin:hush@a:2113,b:2113?hush_word=1'],
    ['LOG_LEVEL', 'hush'],
    ['TAIZHANG_ROLE', 'hush'],
    ['TAIZHANG_SESSION_IDLE_MINUTES', '0'],
  ])('names %s and what is allowed, and never the value', (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error.code).toBe('CONFIG.INVALID');
    expect(error.message).toMatch(new RegExp(`${name} 应为.+。$`));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hush');
    expect(error.cause).toBeUndefined();
    expect(error.details).toEqual({ variables: [name] });
  });

  it('takes an event store of several nodes', () => {
    const url = 'kurrentdb://taizhang:word@a:2113,b:2113,c:2113?tls=true&tlsCAFile=/certs/ca/ca.crt';
    expect(loadConfig({ EVENTSTORE_URL: url }).eventstoreUrl).toBe(url);
  });

  it('says what is wrong with the address of an event store', () => {
    const error = errorOf({ EVENTSTORE_URL: 'esdb://a?tlsVerifyCert=false' });
    expect(error.message).toMatch(/EVENTSTORE_URL 应为.*tlsCAFile/);
  });

  it('names all wrong variables at once', () => {
    expect(errorOf({ PORT: 'x', LOG_LEVEL: 'x' }).details).toEqual({ variables: ['PORT', 'LOG_LEVEL'] });
  });

  it('refuses an owner address without the program address', () => {
    expect(errorOf({ DATABASE_OWNER_URL: 'postgres://a:b@h/d' }).message).toContain('DATABASE_URL');
  });
});
