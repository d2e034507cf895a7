import { readFileSync } from 'node:fs';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { errorCode, type EventstoreAddress } from '#platform';
import { EventLogError } from '../event-log-error';

/** Longest look at one host, in milliseconds. */
const PROBE_MILLISECONDS = 2_000;

type Host = EventstoreAddress['hosts'][number];

/** What a look at a host has shown: why nobody can talk to it, and whether waiting may mend that. */
interface Finding {
  readonly words: string;
  readonly waits: boolean;
}

/**
 * Why a server cannot be reached, found by a connection of our own to each host: the client says of a foreign certificate
 * and of a server that is down the same, and of a cluster nothing.
 * @returns LOG.REFUSED where waiting mends nothing (certificates, TLS against none), LOG.UNAVAILABLE otherwise
 */
export async function unreachableReason(address: EventstoreAddress, cause: unknown): Promise<EventLogError> {
  const findings = await Promise.all(address.hosts.map((host) => lookAt(host, address)));
  const lasting = findings.find(({ waits }) => !waits);
  const found = lasting ?? findings[0] ?? SILENT;
  const message = `事件库连不上：${found.words}。`;
  return new EventLogError(found.waits ? 'LOG.UNAVAILABLE' : 'LOG.REFUSED', message, cause);
}

const SILENT: Finding = { words: '已连上但没有回应，请检查事件库进程是否停住', waits: true };

const BY_CODE: Readonly<Record<string, Finding>> = {
  ECONNREFUSED: { words: '该地址没有程序在监听，请检查事件库是否已启动、端口是否正确', waits: true },
  ENOTFOUND: { words: '找不到 EVENTSTORE_URL 中的主机名，请核对', waits: true },
  EAI_AGAIN: { words: '暂时查不到 EVENTSTORE_URL 中的主机名，请检查域名解析', waits: true },
  EHOSTUNREACH: { words: '到该主机的网络不通，请检查网络和防火墙', waits: true },
  ETIMEDOUT: { words: '连接超时，请检查网络和防火墙', waits: true },
  CERT_HAS_EXPIRED: { words: '服务器的证书已过期，请更换证书', waits: false },
  CERT_NOT_YET_VALID: { words: '服务器的证书尚未生效，请核对证书和本机时间', waits: false },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    words: '服务器证书上的主机名与 EVENTSTORE_URL 中的不符，请改用证书上的主机名或更换证书',
    waits: false,
  },
  ...named(
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_SIGNATURE_FAILURE',
      'CERT_UNTRUSTED',
    ],
    '服务器的证书不是本机信任的机构签发的，请在 EVENTSTORE_URL 中用 tlsCAFile 指明签发机构的 CA 文件',
  ),
  ...named(
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'EPROTO'],
    '服务器没有启用 TLS，请在服务器启用，或（仅限测试）在 EVENTSTORE_URL 中写 tls=false',
  ),
};

function named(codes: readonly string[], words: string): Readonly<Record<string, Finding>> {
  return Object.fromEntries(codes.map((code) => [code, { words, waits: false }]));
}

async function lookAt(host: Host, { tls, files }: EventstoreAddress): Promise<Finding> {
  const name = host.address.replace(/^\[|\]$/gu, '');
  if (!tls) return probe(() => connect({ host: name, port: host.port }), 'connect', speaksPlainly);
  const ca = files.tlsCAFile === undefined ? undefined : readFileSync(files.tlsCAFile);
  const servername = isIP(name) > 0 ? undefined : name;
  const open = (): Socket => connectTls({ host: name, port: host.port, ca, servername, ALPNProtocols: ['h2'] });
  return probe(open, 'secureConnect', async () => SILENT);
}

/** Opens a connection, looks once it stands, and closes it. */
async function probe(
  open: () => Socket,
  standing: 'connect' | 'secureConnect',
  look: (socket: Socket) => Promise<Finding>,
): Promise<Finding> {
  const socket = open();
  socket.setTimeout(PROBE_MILLISECONDS);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once(standing, resolve);
      socket.once('error', reject);
      socket.once('timeout', () => reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    });
    return await look(socket);
  } catch (error) {
    const code = errorCode(error);
    return BY_CODE[code] ?? { words: `连接失败（${code}），请检查网络和 EVENTSTORE_URL`, waits: true };
  } finally {
    socket.destroy();
  }
}

const PREFACE = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  // An empty SETTINGS frame.
  Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]),
]);
const SETTINGS_FRAME = 4;

const WANTS_TLS: Finding = {
  words: '服务器要求 TLS，请去掉 EVENTSTORE_URL 中的 tls=false，并用 tlsCAFile 指明 CA 文件',
  waits: false,
};

/** One that speaks HTTP/2 without TLS answers its settings; one that wants TLS answers otherwise or hangs up. */
async function speaksPlainly(socket: Socket): Promise<Finding> {
  const answer = await new Promise<Buffer | null>((resolve) => {
    socket.once('data', resolve);
    for (const end of ['end', 'close', 'error']) socket.once(end, () => resolve(null));
    socket.once('timeout', () => resolve(Buffer.alloc(0)));
    socket.write(PREFACE);
  });
  if (answer?.length === 0 || answer?.[3] === SETTINGS_FRAME) return SILENT;
  return WANTS_TLS;
}
