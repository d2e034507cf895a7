import { isIPv6 } from 'node:net';

/** Hosts that mean every address of the machine. Nobody can connect to them. */
const WILDCARD_HOSTS = new Set(['0.0.0.0', '::']);

/** A host and a port as people write them, with an IPv6 address in brackets. */
export function hostAndPort(host: string, port: number): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** The origin under which this machine reaches its own server; a wildcard host becomes 127.0.0.1. */
export function originHere(host: string, port: number): string {
  return new URL(`http://${hostAndPort(WILDCARD_HOSTS.has(host) ? '127.0.0.1' : host, port)}`).origin;
}
