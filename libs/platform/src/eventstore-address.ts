import { isIPv6 } from 'node:net';
import { EventstoreFault, eventstoreInvalid } from './eventstore-fault';
import { type NODE_PREFERENCES, type ReadOptions, readEventstoreOptions } from './eventstore-options';
import { percentDecoded } from './percent-decoded';

/** The address of a KurrentDB or EventStoreDB, taken apart. It may hold a password: never log it. */
export interface EventstoreAddress {
  /** True when the scheme ends in `+discover`: even a single host is then asked for the other nodes of its cluster. */
  readonly discover: boolean;
  /** At least one. Several are nodes of one cluster. */
  readonly hosts: readonly EventstoreHost[];
  /** Decoded; null if none are written. */
  readonly credentials: { readonly username: string; readonly password: string } | null;
  /** Off only where `tls=false` is written. */
  readonly tls: boolean;
  readonly files: EventstoreFiles;
  readonly options: EventstoreOptions;
}

/** A node of the event store. */
export interface EventstoreHost {
  /** Name or IP address; IPv6 in brackets, so that `address:port` is what one connects to. */
  readonly address: string;
  readonly port: number;
}

/** Files that an address names: absolute paths, undefined where none is named. Nobody has checked that they exist. */
export interface EventstoreFiles {
  /** Certificate of the authority that issued the server's certificate; PEM. */
  readonly tlsCAFile?: string;
  /** Certificate by which the client shows who it is; PEM. Never without `userKeyFile`. */
  readonly userCertFile?: string;
  readonly userKeyFile?: string;
}

/** Settings of the client under its own names; undefined where it is to use its own preset. */
export interface EventstoreOptions {
  readonly nodePreference?: (typeof NODE_PREFERENCES)[number];
  readonly maxDiscoverAttempts?: number;
  /** Milliseconds. */
  readonly discoveryInterval?: number;
  /** Seconds, unlike the other times. */
  readonly gossipTimeout?: number;
  /** Milliseconds; -1 for never. */
  readonly keepAliveInterval?: number;
  /** Milliseconds. */
  readonly keepAliveTimeout?: number;
  /** Milliseconds. */
  readonly defaultDeadline?: number;
  readonly connectionName?: string;
}

const DEFAULT_PORT = 2113;
const HIGHEST_PORT = 65_535;

/** Scheme, credentials, hosts, options. A password with `?` or `@` in it must be encoded: options and hosts begin there. */
const FORM = /^(?:esdb|kurrentdb)(\+discover)?:\/\/(?:([^:@/?]+):([^@?]+)@)?([^@/?]+)\/*(?:\?([^?]+))?$/iu;
const HOST = /^([\p{L}\p{N}._-]+|\[([^\]]+)\])(?::(\d{1,5}))?$/u;

/**
 * Reads a connection string: `esdb` or `kurrentdb`, `+discover` or not, then `://user:password@a:2113,b:2113?tls=true`.
 * The client has a parser too, but it prints the whole address with its password when an option is unknown, cuts a
 * password at a `:`, and ignores what it cannot do. Files are not looked at.
 * @throws TaizhangError CONFIG.INVALID, saying what is wrong without quoting the address
 */
export function parseEventstoreAddress(text: string): EventstoreAddress {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof EventstoreFault) throw eventstoreInvalid(error.message);
    throw error;
  }
}

/** What is wrong with a connection string, as a clause in Chinese that does not quote it; null if nothing is. */
export function faultOfEventstoreAddress(text: string): string | null {
  try {
    read(text);
    return null;
  } catch (error) {
    if (error instanceof EventstoreFault) return error.message;
    throw error;
  }
}

function read(text: string): EventstoreAddress {
  const parts = FORM.exec(text.trim().replace(/\/+$/u, ''));
  if (parts === null) throw malformed();
  const [, discover, username, password, hosts = '', query = ''] = parts;
  const { tls, tlsCAFile, userCertFile, userKeyFile, ...rest } = readEventstoreOptions(query);
  const address = {
    discover: discover !== undefined,
    hosts: hosts.replace(/,$/u, '').split(',').map(hostOf),
    credentials: username === undefined || password === undefined ? null : credentialsOf(username, password),
    tls,
    files: { tlsCAFile, userCertFile, userKeyFile },
    options: clientOptions(rest),
  };
  refuseWhatWouldBeIgnored(address);
  return address;
}

function hostOf(text: string): EventstoreHost {
  const [, address, ipv6, port = String(DEFAULT_PORT)] = HOST.exec(text.trim()) ?? [];
  if (address === undefined || (ipv6 !== undefined && !isIPv6(ipv6))) throw malformed();
  if (Number(port) < 1 || Number(port) > HIGHEST_PORT) throw new EventstoreFault(`端口应为 1 到 ${HIGHEST_PORT}`);
  return { address, port: Number(port) };
}

function credentialsOf(username: string, password: string): { username: string; password: string } {
  const decoded = { username: percentDecoded(username), password: percentDecoded(password) };
  if (decoded.username === null || decoded.password === null) throw malformed();
  return { username: decoded.username, password: decoded.password };
}

/** Without the two options that can only be `true`, which is the client's own preset. */
function clientOptions({
  tlsVerifyCert: _always,
  throwOnAppendFailure: _likewise,
  ...options
}: Omit<ReadOptions, 'tls' | keyof EventstoreFiles>): EventstoreOptions {
  return options;
}

/** Refuses what the client would ignore without a word. */
function refuseWhatWouldBeIgnored({ tls, credentials, files }: EventstoreAddress): void {
  if (!tls && credentials !== null) {
    throw new EventstoreFault('tls=false 时客户端不会发送用户名和口令，请启用 TLS，或去掉用户名和口令');
  }
  if (!tls && Object.values(files).some((path) => path !== undefined)) {
    throw new EventstoreFault('tls=false 时证书不起作用，请启用 TLS，或去掉 tlsCAFile、userCertFile 和 userKeyFile');
  }
  if ((files.userCertFile === undefined) !== (files.userKeyFile === undefined)) {
    throw new EventstoreFault('userCertFile 和 userKeyFile 须同时写明');
  }
}

function malformed(): EventstoreFault {
  const example = 'kurrentdb://用户名:口令@主机:2113?tls=true';
  return new EventstoreFault(
    `写法应如 ${example}，多个主机用逗号隔开，用户名和口令中的特殊字符用百分号编码（如 @ 写作 %40）`,
  );
}
