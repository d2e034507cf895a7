import streams from '@eventstore/db-client/generated/streams_pb';
import { AnswerOverdue } from './answer-overdue';
import { type ServerRecord } from './kurrent-records';
import { type ReadCall } from './log-client';

/**
 * The records of a read that ends by itself, all of them; none for a stream that was never written. Taken from the
 * stream's events: a loop over it costs a rebuild a third of its time.
 * @throws AnswerOverdue when nothing comes for so long, and what the read fails with
 */
export function collectRecords(call: ReadCall, timeoutMs: number): Promise<ServerRecord[]> {
  return new Promise((resolve, reject) => {
    const records: ServerRecord[] = [];
    const fail = (error: Error): void => {
      clearTimeout(timer);
      call.cancel();
      reject(error);
    };
    const timer = setTimeout(() => fail(new AnswerOverdue(`silent for ${timeoutMs} ms`)), timeoutMs);
    call.on('data', (message: unknown) => {
      timer.refresh();
      const record = message instanceof streams.ReadResp ? message.getEvent()?.getEvent() : undefined;
      if (record) records.push(record);
    });
    call.on('end', () => {
      clearTimeout(timer);
      resolve(records);
    });
    call.on('error', fail);
    // Ended here before its end: nobody is told by an error then.
    call.on('close', () => fail(new Error('the read was ended')));
  });
}
