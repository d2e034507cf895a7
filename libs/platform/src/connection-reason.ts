import { errorCode } from './error-code';

/** Why a connection to a server failed. */
export interface ConnectionReason {
  /** `UNAVAILABLE` may go away by waiting; `REFUSED` wants somebody to change something. */
  readonly kind: 'UNAVAILABLE' | 'REFUSED';
  /** The part of a zh-CN sentence that says what is wrong and what to do; of the server it speaks as 它. */
  readonly text: string;
}

/** A pattern of an error's code or words, and what it means. */
export type ReasonLine = readonly [pattern: RegExp, kind: ConnectionReason['kind'], text: string];

/** By the code of the operating system or of Node's TLS, which are the same for every kind of server. */
const BY_CODE: readonly ReasonLine[] = [
  [/^ECONNREFUSED$/, 'UNAVAILABLE', '拒绝连接，请确认它已启动，并核对主机和端口'],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'UNAVAILABLE', '找不到这个主机名，请核对主机名'],
  [/^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, 'UNAVAILABLE', '没有应答，请检查它是否停顿，以及网络和防火墙'],
  [/^(?:ECONNRESET|EPIPE)$/, 'UNAVAILABLE', '连接被中断，请查看它的日志'],
  [/^(?:ENOENT|EACCES)$/, 'REFUSED', '连接地址中指明的证书文件不存在或不可读，请核对路径'],
  [/^CERT_HAS_EXPIRED$/, 'REFUSED', '它的证书已过期，请更换证书'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'REFUSED', '它的证书不是这个主机名的，请核对主机名或更换证书'],
  [/CERT|SELF_SIGNED|UNABLE_TO_/, 'REFUSED', '它的证书不受信任，请指明签发它的 CA'],
  [/^(?:ERR_SSL|EPROTO)/, 'REFUSED', '不能与它建立 TLS 连接，请核对两边是否都启用了 TLS'],
];

/**
 * The reason of a failed connection.
 * @param own what this kind of server says in codes or words of its own; looked at first
 */
export function connectionReason(error: unknown, own: readonly ReasonLine[]): ConnectionReason {
  const code = errorCode(error);
  const words = error instanceof Error ? error.message : '';
  const line =
    own.find(([pattern]) => pattern.test(code) || pattern.test(words)) ??
    BY_CODE.find(([pattern]) => pattern.test(code));
  if (line) return { kind: line[1], text: line[2] };
  return { kind: 'REFUSED', text: `它拒绝了连接（${code || '原因不明'}），请查看它的日志` };
}
