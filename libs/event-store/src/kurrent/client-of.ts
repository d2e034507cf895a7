import { type ChannelCredentialOptions } from '@eventstore/db-client';
import { readFileSync } from 'node:fs';
import { type EventstoreAddress } from '#platform';
import { LogClient } from './log-client';

/**
 * A client for an address, not connected yet. Made from the parsed address and not by the client's own parser, which
 * prints the whole address, password included, when it meets an option that it does not know.
 */
export function clientOf({ discover, hosts, tls, credentials, files, options }: EventstoreAddress): LogClient {
  const { tlsCAFile, userCertFile, userKeyFile } = files;
  const channel: ChannelCredentialOptions = {
    insecure: !tls,
    ...(tlsCAFile === undefined ? {} : { rootCertificate: readFileSync(tlsCAFile) }),
    ...(userCertFile === undefined ? {} : { userCertFile: readFileSync(userCertFile) }),
    ...(userKeyFile === undefined ? {} : { userKeyFile: readFileSync(userKeyFile) }),
  };
  const user = credentials ?? undefined;
  const [first] = hosts;
  if (first === undefined) throw new RangeError('an address has at least one host');
  if (discover) return new LogClient({ discover: first, ...options }, channel, user);
  if (hosts.length > 1) return new LogClient({ endpoints: [...hosts], ...options }, channel, user);
  return new LogClient({ endpoint: first, ...options }, channel, user);
}
