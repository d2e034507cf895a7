import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { z } from 'zod';
import { canonicalJson } from './canonical-json';
import { eventHash, GENESIS_HASH, linkHash, linkText } from './event-hash';
import { type JsonObject, jsonObjectSchema } from './json';
import { MemoryEventStore } from './memory/memory-event-store';
import { verifyChain } from './verify-chain';

const goldenFile = z.object({
  appends: z.array(
    z.object({
      stream: z.string(),
      events: z.array(
        z.object({
          eventId: z.string(),
          type: z.string(),
          schemaVersion: z.int(),
          metadata: jsonObjectSchema,
          data: jsonObjectSchema,
          revision: z.int(),
          previousHash: z.string(),
          link: z.string(),
          hash: z.string(),
        }),
      ),
    }),
  ),
});

const file = join(__dirname, '../testing/golden/hash-chain.golden.json');
const golden = goldenFile.parse(JSON.parse(readFileSync(file, 'utf8')));
const vectors = golden.appends.flatMap(({ stream, events }) => events.map((event) => ({ stream, ...event })));

describe('hash chain', () => {
  it.each(vectors)('hashes $type at $stream $revision as it did when it was released', (vector) => {
    const { link, hash, ...event } = vector;
    const text = linkText({
      ...event,
      metadata: canonicalJson(event.metadata),
      data: canonicalJson(event.data),
      previous: event.previousHash,
    });
    expect(text).toBe(link);
    expect(eventHash(event)).toBe(hash);
  });

  it('is what a store writes', async () => {
    const store = new MemoryEventStore();
    for (const { stream, events } of golden.appends) {
      const first = events[0]?.revision ?? 0;
      const result = await store.append(stream, first === 0 ? 'no-stream' : first - 1, events);
      expect(result).toMatchObject({ kind: 'appended', hash: events.at(-1)?.hash });
    }
    const stored = await store.readAll(null, 100);
    expect(stored.map((event) => event.hash)).toEqual(vectors.map((vector) => vector.hash));
    expect(await verifyChain(store)).toMatchObject({ breaks: [], events: vectors.length, streams: 2 });
  });

  it('puts together the text that canonicalising the whole would give', () => {
    const content = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()).map((value) => copyOf(value));
    fc.assert(
      fc.property(content, content, fc.nat(), fc.integer({ min: 1, max: 99 }), (data, metadata, revision, version) => {
        const eventId = '00000000-0000-4000-8000-000000000001';
        const head = { eventId, stream: 'task-A1', type: 'task.closed', revision, schemaVersion: version };
        const parts = { ...head, data: canonicalJson(data), metadata: canonicalJson(metadata), previous: GENESIS_HASH };
        const whole = canonicalJson({ ...head, data, metadata, previous: GENESIS_HASH });
        expect(linkText(parts)).toBe(whole);
        expect(linkHash(parts)).toBe(createHash('sha256').update(whole, 'utf8').digest('hex'));
      }),
      { seed: 8785 },
    );
  });
});

function copyOf(value: unknown): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(value)));
}
