import { isIPv6 } from 'node:net';

/** Hosts that stand for every address of the machine. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** Where a program or a browser on this machine reaches who listens on a host and port. */
export function originHere(host: string, port: number): string {
  const name = EVERYWHERE.has(host) ? '127.0.0.1' : isIPv6(host) ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}
