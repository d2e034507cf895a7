import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { goldenHistorySchema } from '../../testing';
import { EVENTS } from '../aggregates';
import { daySchema } from '../calendar';
import { metadataSchema } from './event';
import { jsonReader } from './json-reader';
import { idSchema, instantSchema, lineSchema, loggedIdSchema, textSchema } from './schema';

const GOLDEN = join(__dirname, '../../testing/golden');
const ID = '00000000-0000-4000-8000-000000000a03';

const file = z.union([goldenHistorySchema, z.record(z.string(), z.unknown()).transform(() => null)]);
const events = readdirSync(GOLDEN).flatMap(
  (name) => file.parse(JSON.parse(readFileSync(join(GOLDEN, name), 'utf8')))?.events ?? [],
);

/** Values that fit one kind of schema or another, or nearly. */
const ODD: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 1.5, 1e300, '', ' ', 'x', 'x '],
  ...['a\u0007b', '2021-02-30', '2021-06-20', ID, ID.toUpperCase(), '2025-03-03T01:00:00.000Z', '2025-03-03T01:00:00Z'],
  ...['x'.repeat(5_000), 'every-3-years', [], [null], ['x'], {}, { a: 1 }],
];

/** The value with each of its parts in turn replaced by something odd, left out, or joined by a part that nobody asked for. */
function changedOnce(value: unknown): readonly unknown[] {
  const inside: unknown[] = Array.isArray(value)
    ? value.flatMap((part, at) =>
        changedOnce(part).map((other) => value.map((each: unknown, index) => (index === at ? other : each))),
      )
    : isObject(value)
      ? Object.keys(value).flatMap((name) => [
          ...changedOnce(value[name]).map((other) => ({ ...value, [name]: other })),
          Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
        ])
      : [];
  return [...ODD, ...inside, ...(isObject(value) ? [{ ...value, odd: 1 }] : [])];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What there is to know of an answer. */
function answerOf({ success, data, error }: z.ZodSafeParseResult<unknown>) {
  return success ? { success, data } : { success, issues: error.issues.map(({ path, code }) => ({ path, code })) };
}

function expectAsParsed(schema: z.ZodType, value: unknown): void {
  expect(answerOf(jsonReader(schema)(value))).toEqual(answerOf(schema.safeParse(value)));
}

describe('a reader of JSON', () => {
  it.each<[string, z.ZodType]>([
    ['an id that is made lower-case', idSchema],
    ['an id as logged', loggedIdSchema],
    ['a moment', instantSchema],
    ['a day', daySchema],
    ['a trimmed line', lineSchema(20)],
    ['a trimmed text', textSchema(20, 0)],
    ['a number within bounds', z.number().min(0).max(100)],
    ['a whole number', z.int().positive()],
    ['a literal', z.literal([1, 'x'])],
    ['a choice', z.enum(['x', 'y'])],
    ['one of several', z.union([z.string().trim(), z.int()])],
    ['a value with a default', z.string().default('y')],
    ['something that may be left out', z.string().optional()],
    ['null or a text', z.string().nullable()],
    ['an array with a check of its own', z.array(z.string()).min(1)],
    ['a strict object', z.strictObject({ a: z.number(), b: z.string().optional() })],
    ['an object that drops what it does not know', z.object({ a: z.number().optional() })],
    ['an object that keeps what it does not know', z.looseObject({ a: z.number().optional() })],
    ['an object with a check of its own', z.strictObject({ a: z.int() }).refine(({ a }) => a > 1)],
    ['a record', z.record(z.string(), z.unknown())],
    ['anything', z.strictObject({ a: z.unknown() })],
    ['something made of it', z.string().transform((text) => text.length)],
  ])('answers for %s as parsing does', (_what, schema) => {
    for (const value of [...ODD, { a: 2 }, { a: 2, b: 'x' }, { a: 2, b: undefined }]) expectAsParsed(schema, value);
  });

  it('answers for every golden event, and for one of each type with a part changed, as parsing does', () => {
    for (const { type, schema } of EVENTS) {
      const samples = events.filter((event) => event.type === type);
      expect(samples).not.toEqual([]);
      for (const { data } of samples) expectAsParsed(schema, data);
      for (const value of changedOnce(samples[0]?.data)) expectAsParsed(schema, value);
    }
    for (const value of changedOnce(events[0]?.metadata)) expectAsParsed(metadataSchema, value);
  });

  it('gives back itself what is as it should be, and a copy of anything else', () => {
    const read = jsonReader(z.strictObject({ name: z.string().trim() }));
    const [exact, other] = [{ name: '王科长' }, { name: ' 王科长' }];
    expect(read(exact).data).toBe(exact);
    expect(read(other).data).toEqual({ name: '王科长' });
    expect(other).toEqual({ name: ' 王科长' });
  });
});
