import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json';
import { isJsonObject, type JsonObject } from './json';

/** JSON objects with keys of every kind: numbers among them come in another order in JavaScript than in the standard. */
const anyObject = fc
  .dictionary(fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(30).map(String)), fc.jsonValue({ maxDepth: 4 }))
  .map((value): JsonObject => value);

/** Gets round the types, as a mistake would. */
const refused = (value: unknown) => () => {
  if (!isJsonObject(value)) throw new Error('an object is asked for');
  return canonicalJson(value);
};

describe('canonical JSON', () => {
  it('is what the reference library writes', () => {
    fc.assert(
      fc.property(anyObject, (value) => canonicalJson(value) === canonicalize(value)),
      { numRuns: 2_000 },
    );
  });

  it('sorts keys by their UTF-16 code units, numbers among them as text', () => {
    expect(canonicalJson({ '9': 1, '10': 2, é: 3, z: 4, A: 5 })).toBe('{"10":2,"9":1,"A":5,"z":4,"é":3}');
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson({ n: [-0, 1e21, 1e-7, 0.1 + 0.2] })).toBe('{"n":[0,1e+21,1e-7,0.30000000000000004]}');
  });

  it('leaves undefined members out', () => {
    expect(canonicalJson({ a: undefined, b: { c: undefined } })).toBe('{"b":{}}');
  });

  it('keeps no more keys than it has room for, and writes those beyond too', () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => `key-${String(index).padStart(4, '0')}`);
    const object = Object.fromEntries(keys.map((key) => [key, 1]));
    expect(canonicalJson(object)).toBe(canonicalize(object));
  });

  it.each<[string, unknown]>([
    ['a number that is none', { a: Number.NaN }],
    ['infinity', { a: [Number.POSITIVE_INFINITY] }],
    ['a big integer', { a: 1n }],
    ['a function', { a: () => 1 }],
    ['a date', { a: new Date(0) }],
    ['nothing in a list', { a: [undefined] }],
    ['U+0000', { a: 'x\u0000' }],
    ['half a surrogate pair', { a: '\ud800' }],
    ['half a surrogate pair in a key', { '\udc00': 1 }],
  ])('refuses %s', (_what, value) => {
    expect(refused(value)).toThrow(TypeError);
  });

  it('takes text that only looks like an escape', () => {
    expect(canonicalJson({ a: '\\u0000' })).toBe('{"a":"\\\\u0000"}');
  });
});
