import { AccessDeniedError, MaxAppendSizeExceededError, StreamDeletedError } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb';
import type streams from '@eventstore/db-client/generated/streams_pb';

/** What the server has done with an append. */
export type AppendAnswer =
  | {
      readonly kind: 'written';
      /** Of its last event. */
      readonly revision: number;
      /** Of its last event; undefined where the server does not say, as for an append that it knows from before. */
      readonly position: string | undefined;
    }
  | { readonly kind: 'wrong-revision' };

type Details = ReturnType<NonNullable<ReturnType<streams.BatchAppendResp['getError']>>['getDetails']>;

const NAMESPACE = 'event_store.client.';

/**
 * Reads the server's answer.
 * @throws the client's errors for what the server refuses, Error with its words for what it could not do
 */
export function appendAnswer(response: streams.BatchAppendResp): AppendAnswer {
  const success = response.getSuccess();
  if (success) {
    const position = success.getPosition()?.getCommitPosition();
    return { kind: 'written', revision: Number(success.getCurrentRevision()), position };
  }
  const status = response.getError();
  const details = status?.getDetails();
  switch (details?.getTypeName()) {
    case `${NAMESPACE}WrongExpectedVersion`:
      return { kind: 'wrong-revision' };
    case `${NAMESPACE}StreamDeleted`:
      throw StreamDeletedError.fromStreamName('');
    case `${NAMESPACE}AccessDenied`:
      throw new AccessDeniedError();
    case `${NAMESPACE}MaximumAppendSizeExceeded`:
      throw MaxAppendSizeExceededError.fromMaxAppendSize(mostOf(details));
    default:
      throw new Error(status?.getMessage() || 'the server gave no answer');
  }
}

function mostOf(details: Details): number {
  const read = (bytes: Uint8Array) => shared.MaximumAppendSizeExceeded.deserializeBinary(bytes);
  return details?.unpack(read, `${NAMESPACE}MaximumAppendSizeExceeded`)?.getMaxappendsize() ?? 0;
}
