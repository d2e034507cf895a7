import { type StreamName } from '../port';

/**
 * Names of the server's streams. One prefix tells the ledgers from the server's own streams and from those of others; one
 * server may hold several sets of ledgers, each in a namespace of its own.
 */
export class StreamNames {
  /** Before the name of every stream of the ledgers. */
  readonly prefix: string;
  /** Before the streams in which the server keeps what it is told about those. */
  readonly metadataPrefix: string;

  /** @param namespace letters and digits */
  constructor(private readonly namespace: string) {
    this.prefix = `${namespace}.`;
    this.metadataPrefix = `$$${this.prefix}`;
  }

  /** The stream's name on the server. */
  onServer(stream: StreamName): string {
    return `${this.prefix}${stream}`;
  }

  /** The ledgers' name of a stream of the server; undefined for one of somebody else's. */
  ofLedgers(name: string): StreamName | undefined {
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : undefined;
  }

  /** Where an event id is claimed; not with the ledgers' prefix, as claims are no events of theirs. */
  claim(eventId: string): string {
    return `${this.namespace}_claim-${eventId}`;
  }
}
