import shared from '@eventstore/db-client/generated/shared_pb';
import streams from '@eventstore/db-client/generated/streams_pb';
import empty from 'google-protobuf/google/protobuf/empty_pb';
import { type Position } from '../position';

const { Options } = streams.ReadReq;

/** Events that the server looks at before it says how far it has come, in a filtered read or subscription. */
const SEARCH_WINDOW = 1_000;

/** Which part of the server's whole log is read: the records of streams whose names begin so. */
export interface AllRead {
  /** A position (inclusive), or the beginning. */
  readonly from: Position | null;
  readonly prefix: string;
  readonly limit: number;
}

/** Reads the server's log forwards, filtered at the server: what others keep there never reaches this process. */
export function readAllRequest({ from, prefix, limit }: AllRead): streams.ReadReq {
  return request(new Options().setAll(allFrom(from)).setCount(String(limit)).setFilter(byPrefix(prefix)));
}

/** Reads the last record of the streams whose names begin so. */
export function readLastRequest(prefix: string): streams.ReadReq {
  const options = new Options()
    .setAll(new Options.AllOptions().setEnd(new shared.Empty()))
    .setCount('1')
    .setReadDirection(Options.ReadDirection.BACKWARDS)
    .setFilter(byPrefix(prefix));
  return request(options);
}

/** Reads the records of one type in the server's log, in whatever streams. */
export function readTypeRequest(from: Position | null, type: string, limit: number): streams.ReadReq {
  const expression = new Options.FilterOptions.Expression().setPrefixList([type]);
  const filter = filterOf(new Options.FilterOptions().setEventType(expression));
  return request(new Options().setAll(allFrom(from)).setCount(String(limit)).setFilter(filter));
}

/** Reads the one record at a position, whoever's it is. */
export function readAtRequest(position: Position): streams.ReadReq {
  const options = new Options().setAll(allFrom(position)).setCount('1').setNoFilter(new shared.Empty());
  return request(options);
}

/** Follows the server's log after a position (exclusive) or from the beginning, filtered at the server. */
export function subscribeRequest(from: Position | null, prefix: string): streams.ReadReq {
  const options = new Options()
    .setAll(allFrom(from))
    .setSubscription(new Options.SubscriptionOptions())
    .setFilter(byPrefix(prefix));
  return request(options);
}

/** Reads a stream forwards from a revision, or its last event. */
export function readStreamRequest(name: string, from: number | 'last', limit: number): streams.ReadReq {
  const stream = new Options.StreamOptions().setStreamIdentifier(identifierOf(name));
  if (from === 'last') stream.setEnd(new shared.Empty());
  else stream.setRevision(String(from));
  const options = new Options()
    .setStream(stream)
    .setCount(String(limit))
    .setReadDirection(from === 'last' ? Options.ReadDirection.BACKWARDS : Options.ReadDirection.FORWARDS)
    .setNoFilter(new shared.Empty());
  return request(options);
}

/** A record as it goes to the server; `data` and `metadata` are JSON text. */
export interface ProposedRecord {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** Bytes of one part of an append: a server takes messages of four mebibytes at most. */
const PART_BYTES = 1024 * 1024;

/**
 * An append in parts: to which stream, at which revision it stands (-1: it has no event), and the records.
 * @param id tells its answer from others on the same line
 */
export function appendParts(
  id: string,
  name: string,
  expected: number,
  records: readonly ProposedRecord[],
): streams.BatchAppendReq[] {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifierOf(name));
  if (expected < 0) options.setNoStream(new empty.Empty());
  else options.setStreamPosition(String(expected));
  const parts = inParts(records).map((part) =>
    new streams.BatchAppendReq()
      .setCorrelationId(new shared.UUID().setString(id))
      .setProposedMessagesList(part.map(proposed)),
  );
  parts.at(0)?.setOptions(options);
  parts.at(-1)?.setIsFinal(true);
  return parts;
}

function inParts(records: readonly ProposedRecord[]): ProposedRecord[][] {
  const parts: ProposedRecord[][] = [[]];
  let bytes = 0;
  for (const record of records) {
    const size = Buffer.byteLength(record.data) + Buffer.byteLength(record.metadata);
    if (bytes > 0 && bytes + size > PART_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(record);
    bytes += size;
  }
  return parts;
}

function proposed({ id, type, data, metadata }: ProposedRecord): streams.BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
}

function request(options: streams.ReadReq.Options): streams.ReadReq {
  const uuids = new Options.UUIDOption().setString(new shared.Empty());
  return new streams.ReadReq().setOptions(options.setUuidOption(uuids).setResolveLinks(false));
}

function allFrom(from: Position | null): streams.ReadReq.Options.AllOptions {
  const all = new Options.AllOptions();
  if (from === null) return all.setStart(new shared.Empty());
  // Commit and prepare positions are the same: transactions over several streams are not used here.
  return all.setPosition(new Options.Position().setCommitPosition(from).setPreparePosition(from));
}

function byPrefix(prefix: string): streams.ReadReq.Options.FilterOptions {
  const expression = new Options.FilterOptions.Expression().setPrefixList([prefix]);
  return filterOf(new Options.FilterOptions().setStreamIdentifier(expression));
}

function filterOf(filter: streams.ReadReq.Options.FilterOptions): streams.ReadReq.Options.FilterOptions {
  return filter.setMax(SEARCH_WINDOW).setCheckpointintervalmultiplier(1);
}

function identifierOf(name: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(name));
}
