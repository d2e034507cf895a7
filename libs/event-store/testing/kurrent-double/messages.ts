import shared from '@eventstore/db-client/generated/shared_pb';
import status from '@eventstore/db-client/generated/status_pb';
import streams from '@eventstore/db-client/generated/streams_pb';
import any from 'google-protobuf/google/protobuf/any_pb';
import empty from 'google-protobuf/google/protobuf/empty_pb';
import { type AppendAnswer, type DoubleRecord, type Expected, type ProposedRecord } from './double-log';

/** The protocol's messages from and to the double's own words. */

export function streamName(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}

export function proposedOf(message: streams.BatchAppendReq.ProposedMessage): ProposedRecord {
  const map = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: map.get('type') ?? '',
    contentType: map.get('content-type') ?? '',
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
}

export function expectedOf(options: streams.BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamPosition() ? Number(options.getStreamPosition()) : 'any';
}

export function eventMessage(record: DoubleRecord): streams.ReadResp {
  const position = record.position.toString();
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  event.getMetadataMap().set('type', record.type).set('content-type', record.contentType).set('created', '0');
  const read = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(position);
  return new streams.ReadResp().setEvent(read);
}

export function checkpointMessage(position: bigint): streams.ReadResp {
  const text = position.toString();
  const checkpoint = new streams.ReadResp.Checkpoint().setCommitPosition(text).setPreparePosition(text);
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

export function confirmationMessage(): streams.ReadResp {
  return new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('double'),
  );
}

export function caughtUpMessage(): streams.ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

export function notFoundMessage(stream: string): streams.ReadResp {
  const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream));
  return new streams.ReadResp().setStreamNotFound(notFound);
}

export function answerMessage(
  request: streams.BatchAppendReq,
  stream: string,
  answer: Exclude<AppendAnswer, { kind: 'deleted' }>,
): streams.BatchAppendResp {
  const response = responseTo(request, stream);
  if (answer.kind === 'written') {
    const position = answer.position.toString();
    const place = new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position);
    const success = new streams.BatchAppendResp.Success()
      .setCurrentRevision(String(answer.revision))
      .setPosition(place);
    return response.setSuccess(success);
  }
  const wrong = new shared.WrongExpectedVersion();
  if (answer.current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(answer.current));
  return response.setError(statusOf('WrongExpectedVersion', wrong.serializeBinary()));
}

/** What the server says of an append that is too large for its settings. */
export function tooLargeMessage(request: streams.BatchAppendReq, stream: string, most: number) {
  const large = new shared.MaximumAppendSizeExceeded().setMaxappendsize(most);
  return responseTo(request, stream).setError(statusOf('MaximumAppendSizeExceeded', large.serializeBinary()));
}

/** What the server says of an append that it refuses for another reason. */
export function refusalMessage(
  request: streams.BatchAppendReq,
  stream: string,
  reason: 'AccessDenied' | 'StreamDeleted',
): streams.BatchAppendResp {
  return responseTo(request, stream).setError(statusOf(reason, new Uint8Array()));
}

function responseTo(request: streams.BatchAppendReq, stream: string): streams.BatchAppendResp {
  return new streams.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(identifierOf(stream));
}

function statusOf(name: string, bytes: Uint8Array): status.Status {
  const details = new any.Any();
  details.pack(bytes, `event_store.client.${name}`);
  return new status.Status().setDetails(details);
}
