import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb';
import service from '@eventstore/db-client/generated/streams_grpc_pb';
import messages from '@eventstore/db-client/generated/streams_pb';
import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
  status,
} from '@grpc/grpc-js';
import { promisify } from 'node:util';
import { type AppendAnswer, DoubleLog, type DoubleRecord, type ProposedRecord } from './double-log';
import {
  answerMessage,
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  expectedOf,
  notFoundMessage,
  proposedOf,
  refusalMessage,
  streamName,
  tooLargeMessage,
} from './messages';

/**
 * How the next append to a stream of this program fails: the server never answers (`hang`), ends the call without an answer
 * (`end`), breaks the connection (`drop`), or writes the records first and then does one of these (`commit-then-…`).
 */
export type AppendFault = 'hang' | 'end' | 'drop' | 'commit-then-hang' | 'commit-then-end' | 'commit-then-drop';

/** The reason for which the double refuses every request. */
export type Refusal = 'unauthenticated' | 'denied' | 'not-leader';

type AppendCall = ServerDuplexStream<messages.BatchAppendReq, messages.BatchAppendResp>;
type ReadCall = ServerWritableStream<messages.ReadReq, messages.ReadResp>;

/** An append whose requests arrive one by one; the last one is marked final. */
interface PendingAppend {
  readonly stream: string;
  readonly options: messages.BatchAppendReq.Options;
  readonly proposed: ProposedRecord[];
}

/**
 * A test double of KurrentDB on the loopback address. It speaks the protocol of the client and misbehaves on demand, which a real
 * server cannot be made to do. The contract suite of the event store runs on this double and on a real server alike.
 */
export class KurrentDouble {
  /** The stored records. They survive {@link restart}. */
  readonly log = new DoubleLog();
  /** The fault of the next append; null for none. Reset by that append. */
  nextAppend: AppendFault | null = null;
  /** Subscriptions are confirmed and then receive nothing. */
  silentSubscriptions = false;
  /** No request is answered, as by a process that was suspended. */
  frozen = false;
  /** Each append is answered twice. Nobody waits for the second answer. */
  lateAnswers = false;
  /** Refuses every request for this reason; null for none. */
  refusal: Refusal | null = null;
  /** Largest append that is accepted, in bytes. */
  maxAppendSize = Number.MAX_SAFE_INTEGER;
  /** Counts records sent to readers and subscribers. Tests check with it that records of other programs are not sent. */
  recordsSent = 0;
  /** Counts reads that were begun, subscriptions included. */
  reads = 0;
  private server: Server | null = null;
  private readonly subscribers = new Set<ReadCall>();

  private constructor(private port: number) {}

  /** Starts on a free port. */
  static async start(): Promise<KurrentDouble> {
    const double = new KurrentDouble(0);
    await double.listen();
    return double;
  }

  /** The connection string of the double. */
  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** The number of open subscriptions. */
  get subscriptions(): number {
    return this.subscribers.size;
  }

  /** Ends every subscription without an error, as a server does that shuts down in good order. */
  endSubscriptions(): void {
    for (const call of [...this.subscribers]) call.end();
  }

  /** Breaks all connections, calls `meanwhile`, and listens again on the same port. */
  async restart(meanwhile: () => void = () => undefined): Promise<void> {
    this.stop();
    meanwhile();
    await this.listen();
  }

  /** Breaks all connections and stops listening. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = null;
  }

  /** Listens on its port, or on a free one the first time. */
  async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const unanswered = (): void => undefined;
    server.addService(service.StreamsService, {
      read: (call: ReadCall) => this.read(call),
      append: unanswered,
      batchAppend: (call: AppendCall) => this.append(call),
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

  private append(call: AppendCall): void {
    const pending = new Map<string, PendingAppend>();
    call.on('error', () => undefined);
    call.on('data', (request: messages.BatchAppendReq) => {
      const key = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options) pending.set(key, { stream: streamName(options.getStreamIdentifier()), options, proposed: [] });
      const append = pending.get(key);
      if (!append) throw new Error('an append without its options');
      append.proposed.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      pending.delete(key);
      if (!this.frozen) this.answer(call, request, append);
    });
    call.on('end', () => call.end());
  }

  private answer(call: AppendCall, request: messages.BatchAppendReq, append: PendingAppend): void {
    const { stream, options, proposed } = append;
    if (this.refusal) {
      if (this.refusal === 'denied') call.write(refusalMessage(request, stream, 'AccessDenied'));
      else call.emit('error', refused(this.refusal));
      return;
    }
    const size = proposed.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (size > this.maxAppendSize) {
      call.write(tooLargeMessage(request, stream, this.maxAppendSize));
      return;
    }
    const fault = this.takeFault(append);
    if (fault === 'hang') return;
    if (fault === 'end' || fault === 'drop') {
      breakOff(call, fault);
      return;
    }
    const done = this.log.append(stream, expectedOf(options), proposed);
    if (fault === 'commit-then-hang') return;
    if (fault === 'commit-then-end') breakOff(call, 'end');
    else if (fault === 'commit-then-drop') breakOff(call, 'drop');
    else this.confirm(call, request, stream, done);
  }

  private confirm(call: AppendCall, request: messages.BatchAppendReq, stream: string, done: AppendAnswer): void {
    const message =
      done.kind === 'deleted' ? refusalMessage(request, stream, 'StreamDeleted') : answerMessage(request, stream, done);
    call.write(message);
    if (this.lateAnswers) call.write(message);
  }

  /** The fault set for the next append, for the program's own streams only. The probe of the append size is no append of events. */
  private takeFault({ stream, proposed }: PendingAppend): AppendFault | null {
    if (!stream.startsWith('taizhang.') || proposed[0]?.type === 'size') return null;
    const fault = this.nextAppend;
    this.nextAppend = null;
    return fault;
  }

  private read(call: ReadCall): void {
    this.reads += 1;
    call.on('error', () => undefined);
    if (this.frozen) return;
    if (this.refusal) {
      call.emit('error', refused(this.refusal));
      return;
    }
    const options = call.request.getOptions();
    if (!options) throw new Error('a read without options');
    if (options.hasSubscription()) this.subscribe(call, options);
    else if (options.hasStream()) this.readStream(call, options);
    else this.readAll(call, options);
  }

  private readStream(call: ReadCall, options: messages.ReadReq.Options): void {
    const wanted = options.getStream();
    const name = streamName(wanted?.getStreamIdentifier());
    const stream = this.log.read(name);
    if (stream === 'deleted') {
      call.emit('error', failure('stream-deleted', { 'stream-name': name }));
      return;
    }
    if (stream === 'not-found') {
      call.write(notFoundMessage(name));
      call.end();
      return;
    }
    const from = BigInt(wanted?.hasRevision() ? wanted.getRevision() : 0);
    const records = isBackwards(options) ? [...stream].reverse() : stream.filter(({ revision }) => revision >= from);
    void this.send(call, records.slice(0, Number(options.getCount())));
  }

  private readAll(call: ReadCall, options: messages.ReadReq.Options): void {
    const isWanted = filterOf(options);
    const { records } = this.log;
    const position = options.getAll()?.getPosition()?.getCommitPosition();
    if (position !== undefined && !this.isValidPosition(BigInt(position))) {
      call.emit('error', { code: status.UNKNOWN, details: 'Unexpected FilteredReadAllResult: InvalidPosition' });
      return;
    }
    // A read begins at its position, a subscription after it.
    const from = BigInt(position ?? 0);
    const found = isBackwards(options) ? [...records].reverse() : records.filter((record) => record.position >= from);
    void this.send(call, found.filter(isWanted).slice(0, Number(options.getCount())));
  }

  /** The server accepts the position of a record, and any position beyond the last one, which it takes for the end. */
  private isValidPosition(position: bigint): boolean {
    const last = this.log.records.at(-1)?.position ?? 0n;
    return position > last || this.log.records.some((record) => record.position === position);
  }

  private subscribe(call: ReadCall, options: messages.ReadReq.Options): void {
    const isWanted = filterOf(options);
    let after = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
    this.subscribers.add(call);
    call.write(confirmationMessage());
    const push = (): void => {
      if (this.silentSubscriptions || this.frozen) return;
      for (const record of this.log.records.filter(({ position }) => position > after)) {
        after = record.position;
        if (isWanted(record)) this.recordsSent += 1;
        call.write(isWanted(record) ? eventMessage(record) : checkpointMessage(record.position));
      }
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

  /** Sends no faster than the reader takes records, so that one who stops after the first few is not sent all. */
  private async send(call: ReadCall, records: readonly DoubleRecord[]): Promise<void> {
    for (const record of records) {
      if (call.cancelled || call.destroyed) return;
      this.recordsSent += 1;
      if (!call.write(eventMessage(record))) await untilWritable(call);
    }
    call.end();
  }
}

function isBackwards(options: messages.ReadReq.Options): boolean {
  return options.getReadDirection() === messages.ReadReq.Options.ReadDirection.BACKWARDS;
}

function filterOf(options: messages.ReadReq.Options): (record: DoubleRecord) => boolean {
  const filter = options.getFilter();
  const types = filter?.getEventType()?.getPrefixList();
  if (types && types.length > 0) return ({ type }) => types.some((prefix) => type.startsWith(prefix));
  const prefixes = filter?.getStreamIdentifier()?.getPrefixList() ?? [''];
  return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
}

/** Resolves when the reader takes more or is gone. */
async function untilWritable(call: ReadCall): Promise<void> {
  const signs = ['drain', 'cancelled', 'close'];
  await new Promise<void>((resolve) => {
    const go = (): void => {
      for (const sign of signs) call.off(sign, go);
      resolve();
    };
    for (const sign of signs) call.on(sign, go);
  });
}

function breakOff(call: AppendCall, how: 'end' | 'drop'): void {
  if (how === 'end') call.end();
  else call.emit('error', { code: status.UNAVAILABLE, details: 'dropped' });
}

/** An error as the server sends it: the client recognises its kind by the entry `exception`. */
function failure(exception: string, more: Readonly<Record<string, string>>) {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [name, value] of Object.entries(more)) metadata.set(name, value);
  return { code: status.FAILED_PRECONDITION, details: exception, metadata };
}

function refused(refusal: Refusal) {
  if (refusal === 'denied') return { code: status.PERMISSION_DENIED, details: 'Access Denied' };
  if (refusal === 'unauthenticated') return { code: status.UNAUTHENTICATED, details: 'UnAuthenticated' };
  const leader = { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': '1' };
  return failure('not-leader', leader);
}

function supportedMethods(): featureMessages.SupportedMethods {
  const method = new featureMessages.SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend');
  return new featureMessages.SupportedMethods().setEventStoreServerVersion('double').setMethodsList([method]);
}
