import { type StreamName } from '../port';
import { isStreamName } from '../stream-name';

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

  /** The ledgers' name of a stream of the server; undefined for one that this program cannot have written. */
  ofLedgers(name: string): StreamName | undefined {
    return this.after(this.prefix, name);
  }

  /** The stream of the ledgers that a metadata stream is about; undefined as for {@link ofLedgers}. */
  ofMetadata(name: string): StreamName | undefined {
    return this.after(this.metadataPrefix, name);
  }

  private after(prefix: string, name: string): StreamName | undefined {
    const stream = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    return isStreamName(stream) ? stream : undefined;
  }
}
