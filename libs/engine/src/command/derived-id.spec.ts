import { idSchema } from '#domain';
import { derivedId } from './derived-id';

describe('derivedId', () => {
  // What was derived yesterday must be derived tomorrow: a released id never changes.
  it.each([
    [['a'], 'bc07d45c-f929-80c2-8fa7-1b135ee0bb38'],
    [['command', 'account', 'key'], 'eb6416d3-fea3-8090-98e5-cd7e149c8693'],
    [['销号', '云医改销〔2025〕1号'], '4fd14d62-6bfc-859b-aee3-5919f96ed24d'],
  ])('of %j is always the same', (parts, id) => {
    expect(derivedId(...parts)).toBe(id);
  });

  it('is a UUID of version 8 (RFC 9562)', () => {
    for (const parts of [[''], ['a', ''], ['任务', '1'], ['x'.repeat(500)]]) {
      const id = derivedId(...parts);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
      expect(idSchema.safeParse(id).success).toBe(true);
    }
  });

  it('tells apart where one part ends and the next begins', () => {
    const ids = [derivedId('ab', 'c'), derivedId('a', 'bc'), derivedId('abc'), derivedId('abc', '')];
    expect(new Set(ids).size).toBe(4);
  });
});
