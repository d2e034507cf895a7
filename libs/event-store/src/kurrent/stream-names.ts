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
  constructor(namespace: string) {
    this.prefix = `${namespace}.`;
    this.metadataPrefix = `$$${this.prefix}`;
  }

  /** The stream's name on the server. */
  onServer(stream: StreamName): string {
    return `${this.prefix}${stream}`;
  }

  /** The stream on the server in which it keeps what it is told about a stream: retention, deletion, rights. */
  metadataOf(stream: StreamName): string {
    return `${this.metadataPrefix}${stream}`;
  }

  /** The ledgers' name of a stream of the server; undefined for one of somebody else's. */
  ofLedgers(name: string): StreamName | undefined {
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : undefined;
  }

  /** The stream that a metadata stream is about. */
  ofMetadata(name: string): StreamName {
    return name.slice(this.metadataPrefix.length);
  }
}
