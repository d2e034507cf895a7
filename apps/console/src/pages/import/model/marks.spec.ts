import { blocksOf, marksOf, marksSignature } from './marks';
import { contentWith, draftWith, spanOf, TEXT } from './model.fixture';

describe('marks in the document', () => {
  const drafts = [draftWith('d1')];
  const blocks = blocksOf(TEXT, drafts);
  const pieces = blocks.flatMap((block) => block.pieces);

  test('cut the text without losing a character', () => {
    expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
    expect(pieces.every(({ start, text }) => TEXT.startsWith(text, start))).toBe(true);
  });

  test('set the clause apart from what is around it', () => {
    expect(blocks.map(({ draftKeys }) => draftKeys)).toEqual([[], ['d1'], []]);
  });

  test('overlap: a date within an indicator bears both, the longer outside', () => {
    const piece = pieces.find(({ text }) => text === 'By June');
    expect(piece?.marks.map(({ kind }) => kind)).toEqual(['indicator', 'date']);
    expect(pieces.find(({ text }) => text === 'Health')?.marks).toMatchObject([{ kind: 'unit', field: 'units' }]);
  });

  test('that partly cross are cut at every edge', () => {
    const crossing = draftWith('d1', {
      limits: [{ ...contentWith().limits[0]!, span: { start: spanOf('June').start, end: spanOf('12').end + 8 } }],
    });
    const cut = blocksOf(TEXT, [crossing]).flatMap((block) => block.pieces);
    expect(cut.map(({ text }) => text).join('')).toBe(TEXT);
    expect(cut.find(({ text }) => text === 'By ')?.marks.map(({ kind }) => kind)).toEqual(['indicator']);
  });

  test('beyond the text or empty are left out', () => {
    const wrong = draftWith('d1', {
      limits: [
        { ...contentWith().limits[0]!, span: { start: 5, end: 5 } },
        { ...contentWith().limits[1]!, span: { start: 5, end: 9_000 } },
      ],
    });
    expect(marksOf([wrong], TEXT.length).filter(({ kind }) => kind === 'date')).toEqual([]);
  });

  test('clauses that overlap are drawn as one, with all their drafts', () => {
    const half = { start: spanOf('By June').start, end: 70 };
    const two = draftWith('d2', { source: { ...contentWith().source, span: half } });
    expect(blocksOf(TEXT, [draftWith('d1'), two]).map(({ draftKeys }) => draftKeys)).toEqual([[], ['d1', 'd2'], []]);
  });

  test('clauses side by side stay two', () => {
    const { source } = contentWith();
    const end = source.span?.end ?? 0;
    const one = draftWith('d1', { source: { ...source, span: { start: 6, end: 40 } } });
    const two = draftWith('d2', { source: { ...source, span: { start: 40, end } } });
    expect(blocksOf(TEXT, [one, two]).map(({ draftKeys }) => draftKeys)).toEqual([[], ['d1'], ['d2'], []]);
  });

  test('nothing is marked in a text without drafts, and no text has no block', () => {
    expect(blocksOf(TEXT, [])).toMatchObject([{ draftKeys: [], pieces: [{ text: TEXT, marks: [] }] }]);
    expect(blocksOf('', drafts)).toEqual([]);
  });

  test('the drawing is the same while only words of a draft change', () => {
    expect(marksSignature([draftWith('d1', { title: 'Other' })])).toBe(marksSignature(drafts));
    expect(marksSignature([draftWith('d1', { limits: [] })])).not.toBe(marksSignature(drafts));
  });
});
