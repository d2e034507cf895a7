import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb';
import service from '@eventstore/db-client/generated/streams_grpc_pb';
import messages from '@eventstore/db-client/generated/streams_pb';
import { Server, ServerCredentials, type ServerDuplexStream, type ServerWritableStream, status } from '@grpc/grpc-js';
import { promisify } from 'node:util';
import { DoubleLog, type DoubleRecord, type ProposedRecord } from './double-log';
import {
  answerMessage,
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  expectedOf,
  notFoundMessage,
  proposedOf,
  streamName,
  tooLargeMessage,
} from './messages';

/**
 * What goes wrong with the next append to a stream of the ledgers: the server keeps silent, ends the conversation without
 * a word, ends it after writing, or breaks the connection after writing.
 */
export type AppendFault = 'hang' | 'clean-end' | 'commit-then-end' | 'commit-then-drop';

type AppendCall = ServerDuplexStream<messages.BatchAppendReq, messages.BatchAppendResp>;
type ReadCall = ServerWritableStream<messages.ReadReq, messages.ReadResp>;

/** An append under way: its parts arrive one by one. */
interface Arriving {
  readonly stream: string;
  readonly options: messages.BatchAppendReq.Options;
  readonly proposed: ProposedRecord[];
}

/**
 * Stands in for KurrentDB on the loopback: the protocol of its client, and on demand what a server does wrong. It is a
 * double. What it does was read from the client and the protocol's files, not from a server.
 */
export class KurrentDouble {
  /** What it holds; it outlasts {@link restart}. */
  readonly log = new DoubleLog();
  /** For the next append to a stream of the ledgers. */
  nextAppend: AppendFault | null = null;
  /** Subscriptions are confirmed and then told nothing. */
  silentSubscriptions = false;
  /** Most bytes of one append. */
  maxAppendSize = Number.MAX_SAFE_INTEGER;
  private server: Server | null = null;
  private readonly subscribers = new Set<ReadCall>();

  private constructor(private port: number) {}

  /** Starts on a free port. */
  static async start(): Promise<KurrentDouble> {
    const double = new KurrentDouble(0);
    await double.listen();
    return double;
  }

  /** As a connection string. */
  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** How many subscriptions are open. */
  get subscriptions(): number {
    return this.subscribers.size;
  }

  /** Ends every subscription without an error, as a server does that is going down in good order. */
  endSubscriptions(): void {
    for (const call of [...this.subscribers]) call.end();
  }

  /** Breaks all connections and listens again on the same port. */
  async restart(): Promise<void> {
    this.stop();
    await this.listen();
  }

  stop(): void {
    this.server?.forceShutdown();
    this.server = null;
  }

  private async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const unanswered = (): void => undefined;
    server.addService(service.StreamsService, {
      read: (call: ReadCall) => this.read(call),
      batchAppend: (call: AppendCall) => this.batchAppend(call),
      append: unanswered,
      delete: unanswered,
      tombstone: unanswered,
    });
    server.addService(features.ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: (error: null, methods: featureMessages.SupportedMethods) => void) =>
        answer(null, supportedMethods()),
    });
    const bind = promisify(server.bindAsync.bind(server));
    this.port = await bind(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure());
    this.server = server;
  }

  private batchAppend(call: AppendCall): void {
    const arriving = new Map<string, Arriving>();
    call.on('error', () => undefined);
    call.on('data', (request: messages.BatchAppendReq) => {
      const key = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options) arriving.set(key, { stream: streamName(options.getStreamIdentifier()), options, proposed: [] });
      const append = arriving.get(key);
      if (!append) throw new Error('an append without its options');
      append.proposed.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      arriving.delete(key);
      this.answer(call, request, append);
    });
    call.on('end', () => call.end());
  }

  private answer(call: AppendCall, request: messages.BatchAppendReq, append: Arriving): void {
    const { stream, options, proposed } = append;
    const fault = stream.startsWith('taizhang.') ? this.nextAppend : null;
    if (fault) this.nextAppend = null;
    const size = proposed.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (size > this.maxAppendSize) {
      call.write(tooLargeMessage(request, stream, this.maxAppendSize));
      return;
    }
    if (fault === 'hang') return;
    if (fault === 'clean-end') {
      call.end();
      return;
    }
    const answer = this.log.append(stream, expectedOf(options), proposed);
    if (fault === 'commit-then-end') call.end();
    else if (fault === 'commit-then-drop') call.emit('error', { code: status.UNAVAILABLE, details: 'dropped' });
    else call.write(answerMessage(request, stream, answer));
  }

  private read(call: ReadCall): void {
    const options = call.request.getOptions();
    if (!options) throw new Error('a read without options');
    if (options.hasSubscription()) this.subscribe(call, options);
    else if (options.hasStream()) this.readStream(call, options);
    else this.readAll(call, options);
  }

  private readStream(call: ReadCall, options: messages.ReadReq.Options): void {
    const wanted = options.getStream();
    const name = streamName(wanted?.getStreamIdentifier());
    const stream = this.log.stream(name);
    if (stream.length === 0) {
      call.write(notFoundMessage(name));
      call.end();
      return;
    }
    const from = wanted?.hasRevision() ? Number(wanted.getRevision()) : 0;
    const records = isBackwards(options) ? [...stream].reverse() : stream.slice(from);
    void send(call, records.slice(0, Number(options.getCount())));
  }

  private readAll(call: ReadCall, options: messages.ReadReq.Options): void {
    const { records } = this.log;
    if (isBackwards(options)) {
      void send(call, [...records].reverse());
      return;
    }
    // A read begins at its position, a subscription after it.
    const from = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
    void send(
      call,
      records.filter(({ position }) => position >= from),
    );
  }

  private subscribe(call: ReadCall, options: messages.ReadReq.Options): void {
    const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [''];
    const after = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
    let next = this.log.records.findIndex(({ position }) => position > after);
    if (next < 0) next = this.log.records.length;
    this.subscribers.add(call);
    call.write(confirmationMessage());
    const push = (): void => {
      if (this.silentSubscriptions) return;
      for (const record of this.log.records.slice(next)) {
        const wanted = prefixes.some((prefix) => record.stream.startsWith(prefix));
        call.write(wanted ? eventMessage(record) : checkpointMessage(record.position));
      }
      next = this.log.records.length;
    };
    push();
    if (!this.silentSubscriptions) call.write(caughtUpMessage());
    const off = this.log.onAppend(push);
    const gone = (): void => {
      off();
      this.subscribers.delete(call);
    };
    call.on('cancelled', gone).on('close', gone).on('finish', gone).on('error', gone);
  }
}

function isBackwards(options: messages.ReadReq.Options): boolean {
  return options.getReadDirection() === messages.ReadReq.Options.ReadDirection.BACKWARDS;
}

/** As fast as the reader takes it, so that one who wants the first of many does not get all. */
async function send(call: ReadCall, records: readonly DoubleRecord[]): Promise<void> {
  for (const record of records) {
    if (call.cancelled || call.destroyed) return;
    if (!call.write(eventMessage(record))) await room(call);
  }
  call.end();
}

/** Until the reader takes more, or nobody reads any more. */
async function room(call: ReadCall): Promise<void> {
  const signs = ['drain', 'cancelled', 'close'];
  await new Promise<void>((resolve) => {
    const go = (): void => {
      for (const sign of signs) call.off(sign, go);
      resolve();
    };
    for (const sign of signs) call.on(sign, go);
  });
}

function supportedMethods(): featureMessages.SupportedMethods {
  const method = new featureMessages.SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend');
  return new featureMessages.SupportedMethods().setEventStoreServerVersion('double').setMethodsList([method]);
}
