import {
  contentHashSchema,
  idSchema,
  instantSchema,
  lineSchema,
  optionalLineSchema,
  textSchema,
  versionNameSchema,
} from './schema';

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('texts of the record', () => {
  it('are one trimmed line where a line is asked for', () => {
    expect(lineSchema(10).parse('  台账  ')).toBe('台账');
    for (const text of ['', '   ', '第一行\n第二行', 'a\u0000b', 'a\ud800b', '一二三四五六七八九十一']) {
      expect(accepts(lineSchema(10), text)).toBe(false);
    }
  });

  it('may hold line breaks where a text is asked for, but no other control characters', () => {
    expect(textSchema(20).parse('第一行\n\t第二行')).toBe('第一行\n\t第二行');
    expect(accepts(textSchema(20), 'a\u001bb')).toBe(false);
    expect(accepts(textSchema(20), 'a\ud800b')).toBe(false);
    expect(accepts(textSchema(20, 1), ' ')).toBe(false);
    expect(accepts(textSchema(20), '')).toBe(true);
  });
});

describe('half a character', () => {
  it.each(['\ud800', '\udc00', '\udc00\ud800'])('is refused as a character nobody sees: %j', (half) => {
    for (const schema of [lineSchema(10), optionalLineSchema(10), textSchema(10)]) {
      expect(schema.safeParse(half).error?.issues[0]?.message).toBe('TEXT.CONTROL_CHARACTER');
    }
  });

  it('is told from a rare character, which takes two units', () => {
    expect(lineSchema(10).parse('𠮷')).toBe('𠮷');
    expect(textSchema(10).parse('𠮷')).toBe('𠮷');
  });
});

describe('names of things', () => {
  it('are UUIDs, hashes in small hex and moments in UTC with milliseconds', () => {
    expect(accepts(idSchema, '00000000-0000-4000-8000-000000000001')).toBe(true);
    expect(accepts(idSchema, 'task-1')).toBe(false);
    expect(idSchema.parse('0000000A-0000-4000-8000-00000000000F')).toBe('0000000a-0000-4000-8000-00000000000f');
    expect(accepts(contentHashSchema, 'a'.repeat(64))).toBe(true);
    expect(accepts(contentHashSchema, 'A'.repeat(64))).toBe(false);
    expect(accepts(instantSchema, '2025-03-03T01:00:00.000Z')).toBe(true);
    expect(accepts(instantSchema, '2025-03-03T09:00:00.000+08:00')).toBe(false);
    expect(accepts(instantSchema, '2025-03-03T01:00:00Z')).toBe(false);
  });
});

describe('the name of a version of rules', () => {
  it.each(['office-1', 'CN-2021-08-02-1', 'chinese-days-1.5.2-2026', '国办2026年放假安排', 'a_b'])(
    'is letters, digits and Chinese characters, joined one by one: %s',
    (name) => {
      expect(accepts(versionNameSchema, name)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    '../../x',
    'a/b',
    'a..b',
    '-a',
    'a-',
    'a\u200bb',
    '\u200b',
    '\u202ea',
    '\u3164',
    'a b',
    'x'.repeat(101),
  ])('is nothing that nobody sees, and no path: %j', (name) => {
    expect(accepts(versionNameSchema, name)).toBe(false);
  });
});
