import streams from '@eventstore/db-client/generated/streams_pb';
import { type ClientDuplexStream } from '@grpc/grpc-js';

/** The conversation in which all appends of a process are sent and answered. */
export type AppendCall = ClientDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

interface Waiting {
  readonly resolve: (answer: streams.BatchAppendResp) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Appends over one conversation, answered in any order. A call of its own for each append costs this process three times
 * the CPU and the server twice (measured: 5,300 appends/s beside 9,500 at 64 in flight). An answer for which nobody waits
 * any more is passed over, and when the conversation breaks each waiting append is told by its own promise: the client's
 * own use of this call threw at the one and left rejections that nobody could catch at the other.
 */
export class AppendLine {
  private readonly waiting = new Map<string, Waiting>();
  private broken: Error | null = null;

  /** @param onBroken told once, when no further append can be sent on this line */
  constructor(
    private readonly call: AppendCall,
    onBroken: () => void,
  ) {
    const end = (error: Error): void => {
      if (this.broken) return;
      this.broken = error;
      onBroken();
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    call.on('data', (answer: unknown) => this.take(answer));
    call.on('error', end);
    // A server that is going down ends the conversation without an error.
    call.on('end', () => end(new Error('the server ended the conversation')));
    call.on('close', () => end(new Error('the conversation was closed')));
  }

  /** Sends the parts of an append. @throws what the conversation broke of: the append may have been written */
  send(id: string, parts: readonly streams.BatchAppendReq[]): Promise<streams.BatchAppendResp> {
    return new Promise((resolve, reject) => {
      if (this.broken) throw this.broken;
      this.waiting.set(id, { resolve, reject });
      for (const part of parts) this.call.write(part);
    });
  }

  private take(answer: unknown): void {
    if (!(answer instanceof streams.BatchAppendResp)) return;
    const id = answer.getCorrelationId()?.getString() ?? '';
    this.waiting.get(id)?.resolve(answer);
    this.waiting.delete(id);
  }
}
