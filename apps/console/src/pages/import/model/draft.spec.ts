import { contentOf, problemsOf } from './draft-problems';
import { draftsOf, draftSchema, freshKey } from './draft';
import { contentWith, draftWith, limit } from './model.fixture';

describe('a draft', () => {
  test('begins without the stop that parted title and text', () => {
    const read = contentOf(contentWith({ body: '。By June open.' }));
    expect(draftsOf(read === null ? [] : [read])).toMatchObject([
      { key: 'd1', accepted: false, content: { body: 'By June open.' } },
    ]);
  });

  test('is read back as it was kept, also while a value is missing', () => {
    const [indicator] = contentWith().indicators;
    const draft = draftWith('d1', { indicators: [{ ...indicator!, value: null }] });
    expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(draftSchema.safeParse({ ...draft, content: { title: 'x' } }).success).toBe(false);
  });

  test('gets a key that no other has', () => {
    expect(freshKey([draftWith('d1'), draftWith('d7')])).toBe('d8');
    expect(freshKey([])).toBe('d1');
  });
});

describe('what is wrong with a draft', () => {
  const kinds = (changes: Parameters<typeof contentWith>[0]): unknown =>
    problemsOf(contentWith(changes)).map(({ field, kind, at }) => [field, kind, at]);
  const [indicator] = contentWith().indicators;

  test('nothing, as read', () => {
    expect(problemsOf(contentWith())).toEqual([]);
    expect(contentOf(contentWith())).not.toBeNull();
  });

  test('no title, or one too long', () => {
    expect(kinds({ title: ' ' })).toEqual([['title', 'titleMissing', null]]);
    expect(kinds({ title: 'x'.repeat(501) })).toEqual([['title', 'titleLong', null]]);
  });

  test('a text that is too long or names a private number', () => {
    expect(kinds({ body: 'x'.repeat(20_001) })).toEqual([['body', 'bodyLong', null]]);
    expect(kinds({ body: 'call 13800138000' })).toEqual([['body', 'privateData', null]]);
  });

  test('a private number in any of its parts, with the way to be rid of it', () => {
    const { source, limits } = contentWith();
    const lead = { name: 'Health 13800138000', span: null, collective: false };
    expect(kinds({ leadUnitNames: [lead] })).toEqual([['units', 'privateData', null]]);
    expect(kinds({ limits: [...limits, { ...limit('L3', '', '2021-07-31'), what: '13800138000' }] })).toEqual([
      ['limits', 'privateData', 2],
    ]);
    expect(kinds({ limits: [{ ...limit('L1', '', '2021-07-31'), sourceText: '13800138000' }] })).toEqual([
      ['limits', 'privateQuote', 0],
    ]);
    expect(kinds({ indicators: [{ ...indicator!, unit: '13800138000' }] })).toEqual([['indicators', 'privateData', 0]]);
    expect(kinds({ doubts: [{ field: 'body', message: '13800138000' }] })).toEqual([['body', 'privateData', null]]);
    expect(kinds({ source: { ...source, section: '13800138000' } })).toEqual([['title', 'privateHeading', null]]);
    expect(kinds({ source: { ...source, documentTitle: '13800138000' } })).toEqual([]);
  });

  test('no lead unit, or one unit twice', () => {
    const { leadUnitNames } = contentWith();
    expect(kinds({ leadUnitNames: [] })).toEqual([['units', 'leadMissing', null]]);
    expect(kinds({ supportUnitNames: leadUnitNames })).toEqual([['units', 'unitTwice', null]]);
    expect(kinds({ leadUnitNames: [{ name: 'x'.repeat(201), span: null, collective: false }] })).toEqual([
      ['units', 'unitName', null],
    ]);
  });

  test('a limit without a day, or due outside of its period', () => {
    expect(kinds({ limits: [limit('L1', 'soon', null)] })).toEqual([['limits', 'limitUnsettled', 0]]);
    const monthly = { ...limit('L1', 'monthly', null), recurrence: 'monthly' as const };
    expect(kinds({ limits: [{ ...monthly, dueOn: { month: 2, day: 1 } }] })).toEqual([
      ['limits', 'dueOutsidePeriod', 0],
    ]);
  });

  test('an indicator without name, value or end of its range', () => {
    expect(kinds({ indicators: [{ ...indicator!, name: '' }] })).toEqual([['indicators', 'indicatorName', 0]]);
    expect(kinds({ indicators: [{ ...indicator!, value: null }] })).toEqual([['indicators', 'indicatorValue', 0]]);
    expect(kinds({ indicators: [{ ...indicator!, unit: '张', value: -5 }] })).toEqual([
      ['indicators', 'indicatorBelowZero', 0],
    ]);
    expect(kinds({ indicators: [{ ...indicator!, op: 'range', max: 3 }] })).toEqual([
      ['indicators', 'indicatorRange', 0],
    ]);
  });
});
