import { isIPv6 } from 'node:net';

/** Hosts that stand for every address of the machine. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** A host and a port as people write them, with an IPv6 address in brackets. */
export function hostAndPort(host: string, port: number): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** Where a program or a browser on this machine reaches who listens on a host and port. */
export function originHere(host: string, port: number): string {
  return new URL(`http://${hostAndPort(EVERYWHERE.has(host) ? '127.0.0.1' : host, port)}`).origin;
}
