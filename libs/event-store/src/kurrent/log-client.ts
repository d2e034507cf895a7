import { EventStoreDBClient } from '@eventstore/db-client';
import service from '@eventstore/db-client/generated/streams_grpc_pb';
import type streams from '@eventstore/db-client/generated/streams_pb';
import { type ClientReadableStream } from '@grpc/grpc-js';
import { AppendLine } from './append-line';

/** An answer that comes in parts; `cancel` ends it at the server too. */
export type ReadCall = ClientReadableStream<streams.ReadResp>;

/**
 * The maker's client with two calls of our own on its connection. In its `appendToStream` a late answer after a reconnect,
 * or a connection that breaks while large appends wait, ended the program; its `readAll` cannot filter at the server. Connecting, discovery, credentials and the errors stay the client's (decision 0028).
 * Every call asks for the leader: a follower may be behind, and what is read here decides what is written.
 */
export class LogClient extends EventStoreDBClient {
  private used = false;
  private line: Promise<AppendLine> | undefined;

  /** Sends an append over the line that all appends share, which is opened at the first and after a break. */
  async append(id: string, parts: readonly streams.BatchAppendReq[]): Promise<streams.BatchAppendResp> {
    this.line ??= this.openLine();
    const line = await this.line;
    return line.send(id, parts);
  }

  /** Begins a read or a subscription. */
  read(request: streams.ReadReq): Promise<ReadCall> {
    this.used = true;
    const create = this.GRPCStreamCreator(service.StreamsClient, 'read', (client) => {
      return client.read(request, ...this.callArguments({ requiresLeader: true }, { deadline: Infinity }));
    });
    return create();
  }

  /**
   * The client begins a reconnection and lets go of its promise; where no node can be discovered, that promise rejects where
   * nobody can catch it, which ends the program (three nodes, the leader killed). The next call meets the reason anyhow.
   */
  guarded(): this {
    const reconnect = this.handleError;
    this.handleError = async (client, error) => reconnect(client, error).catch(() => undefined);
    return this;
  }

  private openLine(): Promise<AppendLine> {
    this.used = true;
    const create = this.GRPCStreamCreator(service.StreamsClient, 'append', (client) => {
      return client.batchAppend(...this.callArguments({ requiresLeader: true }, { deadline: Infinity }));
    });
    const letGo = (): void => {
      if (this.line === line) this.line = undefined;
    };
    const line: Promise<AppendLine> = create().then((call) => new AppendLine(call, letGo));
    line.catch(letGo);
    return line;
  }

  /** Ends every call under way and the connection, which would keep the process alive. */
  async end(): Promise<void> {
    if (!this.used) return;
    // A call that nobody reads any more never finishes, so it is not waited for.
    void this.dispose();
    const channel = await this.getChannel().catch(() => undefined);
    channel?.close();
  }
}
