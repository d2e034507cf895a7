import { type EventstoreAddress, readEventstoreCertificates } from '#platform';
import { LogClient } from './log-client';

/**
 * A client for an address, not connected yet. Made from the parsed address and not by the client's own parser, which
 * prints the whole address, password included, when it meets an option that it does not know.
 */
export function clientOf(address: EventstoreAddress): LogClient {
  const { discover, hosts, tls, credentials, options } = address;
  const channel = { insecure: !tls, ...readEventstoreCertificates(address) };
  const user = credentials ?? undefined;
  const [first, second] = hosts;
  if (first === undefined) throw new RangeError('an address has at least one host');
  // Of several hosts behind `+discover` the client would ask the first only.
  if (second !== undefined) return new LogClient({ endpoints: [...hosts], ...options }, channel, user).guarded();
  if (discover) return new LogClient({ discover: first, ...options }, channel, user).guarded();
  return new LogClient({ endpoint: first, ...options }, channel, user).guarded();
}
