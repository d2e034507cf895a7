import { connect, createServer, type Server, type Socket } from 'node:net';
import { Pool } from 'pg';
import { createLogger } from '#platform';
import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { type IdentityChange } from './identity-change';
import { type IdentityChangeListener, IdentityNotify } from './identity-notify';

/** Longer than a busy machine takes for an answer, in milliseconds: at 200 the connection was given up again and again. */
const ANSWERS_WITHIN = 5_000;

let database: TestDatabase;
const started: IdentityNotify[] = [];

beforeAll(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await Promise.all(started.splice(0).map((notify) => notify.close()));
});
afterAll(() => database.close());

function listenOn(pool: Pool): { notify: IdentityNotify; heard: (IdentityChange | 'clear')[] } {
  const heard: (IdentityChange | 'clear')[] = [];
  const listener: IdentityChangeListener = { forget: (change) => heard.push(change), clear: () => heard.push('clear') };
  const logger = createLogger('silent');
  const notify = new IdentityNotify({ pool, logger, heartbeat: 20, answerTimeout: ANSWERS_WITHIN, retry: 10 });
  notify.subscribe(listener);
  started.push(notify);
  return { notify, heard };
}

const send = (payload: string): Promise<unknown> =>
  database.pool.query(`select pg_notify('taizhang_identity', $1)`, [payload]);

describe('IdentityNotify', () => {
  it('is live once it listens, and tells what it hears', async () => {
    const { notify, heard } = listenOn(database.pool);
    expect(notify.isLive()).toBe(false);
    await notify.start();
    expect(notify.isLive()).toBe(true);
    await send('{"kind":"session","sessionId":"s-1"}');
    await eventually(() => expect(heard).toEqual(['clear', { kind: 'session', sessionId: 's-1' }]));
  });

  it.each(['', 'junk', '{"kind":"other"}', '{"kind":"session"}', 'null'])(
    'clears everything on %j',
    async (payload) => {
      const { notify, heard } = listenOn(database.pool);
      await notify.start();
      await send(payload);
      await eventually(() => expect(heard).toEqual(['clear', 'clear']));
    },
  );

  it('hears nothing of a transaction that is rolled back', async () => {
    const { notify, heard } = listenOn(database.pool);
    await notify.start();
    const client = await database.pool.connect();
    await client.query('begin');
    await notify.announce(client, { kind: 'account', accountId: 'a-1' });
    await client.query('rollback');
    client.release();
    await send('{"kind":"session","sessionId":"s-1"}');
    await eventually(() => expect(heard).toEqual(['clear', { kind: 'session', sessionId: 's-1' }]));
  });

  it('is not live while its connection is cut, clears, and comes back', async () => {
    const { notify, heard } = listenOn(database.pool);
    await notify.start();
    const states: boolean[] = [];
    notify.subscribe({ forget: () => undefined, clear: () => states.push(notify.isLive()) });
    await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'taizhang_identity' and datname = current_database()`);
    await eventually(() => {
      expect(heard.length).toBeGreaterThanOrEqual(3);
      expect(notify.isLive()).toBe(true);
    });
    // Cleared when it was lost and again before it counts as live.
    expect(states.every((live) => !live)).toBe(true);
    await send('{"kind":"session","sessionId":"s-2"}');
    await eventually(() => expect(heard.at(-1)).toEqual({ kind: 'session', sessionId: 's-2' }));
  });

  it('keeps trying a database that is not there at the start', async () => {
    const proxy = await startProxy();
    await proxy.stop();
    const pool = new Pool({ connectionString: proxy.url });
    const { notify } = listenOn(pool);
    await notify.start();
    expect(notify.isLive()).toBe(false);
    await proxy.resume();
    await eventually(() => expect(notify.isLive()).toBe(true));
    await notify.close();
    await pool.end();
    await proxy.stop();
  });

  it('notices a connection that goes silent without an end', async () => {
    const proxy = await startProxy();
    const pool = new Pool({ connectionString: proxy.url });
    const { notify } = listenOn(pool);
    await notify.start();
    expect(notify.isLive()).toBe(true);
    proxy.freeze();
    await eventually(() => expect(notify.isLive()).toBe(false));
    await proxy.stop();
    await proxy.resume();
    await eventually(() => expect(notify.isLive()).toBe(true));
    await notify.close();
    await pool.end();
    await proxy.stop();
  });

  it('is quiet after it is closed', async () => {
    const { notify, heard } = listenOn(database.pool);
    await notify.start();
    await notify.close();
    expect(notify.isLive()).toBe(false);
    const count = heard.length;
    const other = listenOn(database.pool);
    await other.notify.start();
    await send('{"kind":"session","sessionId":"s-3"}');
    await eventually(() => expect(other.heard).toHaveLength(2));
    expect(heard).toHaveLength(count);
  });
});

interface Proxy {
  /** The test database through this proxy. */
  readonly url: string;
  /** Passes nothing on any more, without closing anything. */
  freeze(): void;
  /** Cuts all connections and takes no more. */
  stop(): Promise<void>;
  /** Takes connections again, on the same port. */
  resume(): Promise<void>;
}

/** A network between program and database that can be cut or fall silent. */
async function startProxy(): Promise<Proxy> {
  const target = new URL(database.url);
  const sockets = new Set<Socket>();
  const pass = (inner: Socket): void => {
    const outer = connect(Number(target.port), target.hostname);
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    inner.pipe(outer).pipe(inner);
  };
  let server: Server = createServer(pass);
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = new URL(database.url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    resume: async () => {
      server = createServer(pass);
      await listen(port);
    },
  };
}
