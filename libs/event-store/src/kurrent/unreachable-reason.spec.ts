import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttp2Server, createSecureServer } from 'node:http2';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { parseEventstoreAddress } from '#platform';
import { unreachableReason } from './unreachable-reason';

const HOUR = 3_600_000;

/** A self-signed certificate, by default for `localhost`. */
async function aCertificate({ name = 'localhost', expired = false } = {}) {
  const now = Date.now();
  return generate([{ name: 'commonName', value: 'eventstoredb-node' }], {
    keyType: 'ec',
    notBeforeDate: new Date(now - 2 * HOUR),
    notAfterDate: new Date(expired ? now - HOUR : now + HOUR),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });
}

describe('the reason why KurrentDB cannot be reached', () => {
  let folder: string;
  let servers: Server[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taizhang-certificates-'));
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function listening(server: Server): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  async function withTls(certificate: { readonly cert: string; readonly private: string }): Promise<number> {
    return listening(createSecureServer({ cert: certificate.cert, key: certificate.private }));
  }

  async function authority({ cert }: { readonly cert: string }): Promise<string> {
    const path = join(folder, 'ca.crt');
    await writeFile(path, cert);
    return `tlsCAFile=${encodeURIComponent(path)}`;
  }

  async function reasonAt(hosts: string, options: string): Promise<{ code: string; message: string }> {
    return unreachableReason(parseEventstoreAddress(`esdb://${hosts}?${options}`), new Error('the client gave up'));
  }

  it('is a certificate of an authority that this machine does not trust', async () => {
    const [certificate, other] = [await aCertificate(), await aCertificate()];
    const port = await withTls(certificate);
    for (const options of ['tls=true', await authority(other)]) {
      const { code, message } = await reasonAt(`localhost:${port}`, options);
      expect(code).toBe('LOG.REFUSED');
      expect(message).toContain('tlsCAFile');
    }
  });

  it('is a certificate that has expired', async () => {
    const certificate = await aCertificate({ expired: true });
    const { code, message } = await reasonAt(`localhost:${await withTls(certificate)}`, await authority(certificate));
    expect(code).toBe('LOG.REFUSED');
    expect(message).toContain('已过期');
  });

  it('is a certificate for another host name', async () => {
    const certificate = await aCertificate({ name: 'kurrentdb1' });
    const { code, message } = await reasonAt(`localhost:${await withTls(certificate)}`, await authority(certificate));
    expect(code).toBe('LOG.REFUSED');
    expect(message).toContain('主机名');
  });

  it('is a server that speaks without TLS', async () => {
    const port = await listening(createHttp2Server());
    const { code, message } = await reasonAt(`localhost:${port}`, 'tls=true');
    expect(code).toBe('LOG.REFUSED');
    expect(message).toContain('没有启用 TLS');
  });

  it('is a server that wants TLS', async () => {
    const port = await withTls(await aCertificate());
    const { code, message } = await reasonAt(`localhost:${port}`, 'tls=false');
    expect(code).toBe('LOG.REFUSED');
    expect(message).toContain('要求 TLS');
  });

  it('is a server that is not up, or whose name is unknown: worth waiting for', async () => {
    const server = createServer();
    const port = await listening(server);
    server.close();
    const down = await reasonAt(`localhost:${port}`, 'tls=false');
    expect(down).toMatchObject({ code: 'LOG.UNAVAILABLE' });
    expect(down.message).toContain('没有程序在监听');
    const unknown = await reasonAt('nowhere.invalid:2113', 'tls=false');
    expect(unknown).toMatchObject({ code: 'LOG.UNAVAILABLE' });
  });

  it('is a server that takes connections and keeps silent: worth waiting for', async () => {
    const sound = await reasonAt(`localhost:${await listening(createHttp2Server())}`, 'tls=false');
    expect(sound).toMatchObject({ code: 'LOG.UNAVAILABLE' });
    expect(sound.message).toContain('没有回应');
  });

  it('is the lasting one of several hosts', async () => {
    const port = await withTls(await aCertificate());
    const { code } = await reasonAt(`localhost:1,localhost:${port}`, 'tls=true');
    expect(code).toBe('LOG.REFUSED');
  });

  it('names no password', async () => {
    const { message } = await reasonAt('admin:geheim@localhost:1', 'tls=true');
    expect(message).not.toContain('geheim');
  });
});
