import { randomUUID } from 'node:crypto';
import { type PreparedAppend } from '../prepared-append';
import { WAITING_LIMITS } from '../waiting-appends';
import { AppendQueue, QUEUE_LIMITS } from './append-queue';

function append(stream: string, ids: readonly string[] = [randomUUID()], bytes = 10): PreparedAppend {
  const events = ids.map((eventId) => ({ eventId, type: 'x', schemaVersion: 1, metadata: '{}', data: '{}' }));
  return { stream, expected: -1, events, bytes };
}

function queueOf(...appends: PreparedAppend[]): AppendQueue<number> {
  const queue = new AppendQueue<number>();
  for (const one of appends) queue.push({ append: one, resolve: () => undefined, reject: () => undefined });
  return queue;
}

function taken(queue: AppendQueue<number>): PreparedAppend[] {
  return queue.take().map((entry) => entry.append);
}

describe('AppendQueue', () => {
  it('takes one append per stream at a time, each stream in order', () => {
    const [a1, a2, b1, a3] = [append('t-a'), append('t-a'), append('t-b'), append('t-a')];
    const queue = queueOf(a1, a2, b1, a3);
    expect(taken(queue)).toEqual([a1, b1]);
    expect(taken(queue)).toEqual([a2]);
    expect(taken(queue)).toEqual([a3]);
    expect(queue.length).toBe(0);
  });

  it('keeps an id out of a batch that has it, and its stream with it', () => {
    const id = randomUUID();
    const [first, same, next] = [append('t-a', [id]), append('t-b', [id]), append('t-b')];
    const queue = queueOf(first, same, next);
    expect(taken(queue)).toEqual([first]);
    expect(taken(queue)).toEqual([same]);
    expect(taken(queue)).toEqual([next]);
  });

  it('ends a batch at its limits, but takes a larger append alone', () => {
    const many = Array.from({ length: QUEUE_LIMITS.batchAppends + 1 }, (_, index) => append(`t-${index}`));
    expect(taken(queueOf(...many))).toHaveLength(QUEUE_LIMITS.batchAppends);
    const large = append('t-large', undefined, QUEUE_LIMITS.batchBytes + 1);
    const queue = queueOf(append('t-a'), large, append('t-b'));
    expect([taken(queue).length, taken(queue), taken(queue).length]).toEqual([1, [large], 1]);
  });

  it('refuses what is more than may wait, and takes more when there is room again', () => {
    const half = WAITING_LIMITS.bytes / 2;
    const queue = queueOf(append('t-a', undefined, half), append('t-b', undefined, half));
    const one = { append: append('t-c'), resolve: () => undefined, reject: () => undefined };
    expect(() => queue.push(one)).toThrow('等待写入的内容过多');
    queue.take();
    queue.push(one);
  });

  it('asks those put back first', () => {
    const [a1, a2] = [append('t-a'), append('t-a')];
    const queue = queueOf(a1, a2);
    queue.putBack(queue.take());
    expect(taken(queue)).toEqual([a1]);
  });
});
