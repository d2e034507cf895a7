import {
  acceptDraft,
  acceptRest,
  addDraft,
  changeDraft,
  countsOf,
  leadBy,
  mergeWithNext,
  neighbour,
  nextOpen,
  removeDraft,
  splitAt,
  draftStateOf,
} from './drafts';
import { sentencesOf, titleFrom } from './sentences';
import { contentWith, draftWith, limit, spanOf, TEXT } from './model.fixture';

const doubtful = { doubts: [{ field: 'deadlines', message: 'year?' }] };

describe('sentences', () => {
  test('joined are the text again', () => {
    const text = '一。二；\n三“四。”五';
    expect(sentencesOf(text)).toEqual(['一。', '二；', '\n', '三“四。”', '五']);
    expect(sentencesOf(text).join('')).toBe(text);
    expect(sentencesOf('')).toEqual([]);
  });

  test('give a title: the first clause', () => {
    expect(titleFrom(' 年底前完成自评，再报送。')).toBe('年底前完成自评');
  });
});

describe('splitting a draft', () => {
  const content = contentWith({ body: 'By June open 12 clinics. By May test all.' });
  const body = 'By June open 12 clinics。By May test all。';

  test('puts limits and indicators where their words stand, and both halves keep the units', () => {
    const [first, second] = splitAt([draftWith('d1', { body })], 'd1', 1, TEXT.replaceAll('. ', '。'));
    expect(first?.content.limits.map(({ sourceText }) => sourceText)).toEqual(['By June']);
    expect(first?.content.indicators).toHaveLength(1);
    expect(second?.content.limits).toMatchObject([{ limitId: 'L1', sourceText: 'By May' }]);
    expect(second?.content.indicators).toEqual([]);
    expect(second?.content.leadUnitNames).toEqual(content.leadUnitNames);
    expect(second).toMatchObject({ key: 'd2', accepted: false, content: { title: 'By May test all' } });
  });

  test('cuts the clause where the second half begins', () => {
    const text = TEXT.replace('. By May test all.', '。By May test all。').replace('Clinics.', 'Clinics。');
    const [first, second] = splitAt([draftWith('d1', { body })], 'd1', 1, text);
    const cut = text.indexOf('By May');
    expect(first?.content.source.span?.end).toBe(cut);
    expect(second?.content.source.span).toEqual({ start: cut, end: contentWith().source.span?.end });
  });

  test('of a rewritten body goes by the words; what is not found stays with the first', () => {
    const changed = { body: 'By June something。By May other。', limits: contentWith().limits };
    const [first, second] = splitAt([draftWith('d1', changed)], 'd1', 1, TEXT);
    expect(first?.content.limits).toMatchObject([{ sourceText: 'By June' }]);
    expect(second?.content.limits).toMatchObject([{ sourceText: 'By May' }]);
    expect(first?.content.source.span).toEqual(second?.content.source.span);
  });

  test('a doubt goes with what it is about', () => {
    const one = { ...doubtful, limits: [limit('L1', 'By June', '2021-06-30')], body };
    const [first, second] = splitAt([draftWith('d1', one)], 'd1', 1, TEXT);
    expect([first?.content.doubts.length, second?.content.doubts.length]).toEqual([1, 0]);
  });
});

describe('merging with the next', () => {
  const next = draftWith('d2', {
    title: 'More',
    body: 'Later.',
    leadUnitNames: [{ name: 'Finance', span: null, collective: false }],
    supportUnitNames: [{ name: 'Health', span: null, collective: false }],
    limits: [limit('L1', 'By May', '2022-05-31')],
    source: { ...contentWith().source, span: { start: 90, end: 93 } },
  });
  const [merged, ...rest] = mergeWithNext([draftWith('d1', {}, true), next], 'd1');

  test('loses nothing and numbers anew', () => {
    expect(rest).toEqual([]);
    expect(merged).toMatchObject({ key: 'd1', accepted: false });
    expect(merged?.content.body).toContain('More。Later.');
    expect(merged?.content.limits.map(({ limitId }) => limitId)).toEqual(['L1', 'L2', 'L3']);
    expect(merged?.content.indicators.map(({ indicatorId }) => indicatorId)).toEqual(['I1', 'I2']);
    expect(merged?.content.source.span).toEqual({ start: spanOf('(1)').start, end: 93 });
  });

  test('names no unit twice: who leads does not support', () => {
    expect(merged?.content.leadUnitNames.map(({ name }) => name)).toEqual(['Health', 'Finance']);
    expect(merged?.content.supportUnitNames).toEqual([]);
  });

  test('leaves the last one as it is', () => {
    expect(mergeWithNext([next], 'd2')).toEqual([next]);
  });
});

describe('the list of drafts', () => {
  const unfit = draftWith('d3', { title: '' });
  const drafts = [draftWith('d1', {}, true), draftWith('d2', doubtful), unfit, draftWith('d4')];

  test('counts the drafts in each state', () => {
    expect(drafts.map(draftStateOf)).toEqual(['accepted', 'doubtful', 'doubtful', 'left']);
    expect(countsOf(drafts)).toEqual({ accepted: 1, doubtful: 2, left: 1 });
  });

  test('accepts what is fit only', () => {
    expect(acceptDraft(drafts, 'd3').map(({ accepted }) => accepted)).toEqual([true, false, false, false]);
    expect(acceptRest(drafts, false).map(({ accepted }) => accepted)).toEqual([true, false, false, true]);
    expect(acceptRest(drafts, true).map(({ accepted }) => accepted)).toEqual([true, true, false, true]);
    expect(acceptDraft(drafts, 'd1', false)[0]?.accepted).toBe(false);
  });

  test('takes acceptance back when a change makes it unfit', () => {
    expect(changeDraft(drafts, 'd1', contentWith({ title: 'New' }))[0]).toMatchObject({ accepted: true });
    expect(changeDraft(drafts, 'd1', contentWith({ title: '' }))[0]).toMatchObject({ accepted: false });
  });

  test('adds behind the one that is looked at, of the same section', () => {
    const { drafts: more, key } = addDraft(drafts, 'd1', { title: 'T', documentNumber: null });
    expect(more.map((draft) => draft.key)).toEqual(['d1', key, 'd2', 'd3', 'd4']);
    expect(more[1]?.content.source).toMatchObject({ documentTitle: 'Title', number: '', span: null });
    expect(addDraft([], null, { title: 'T', documentNumber: 'N' }).drafts[0]?.content.source).toMatchObject({
      documentTitle: 'T',
      documentNumber: 'N',
    });
  });

  test('makes a supporting unit the lead', () => {
    const [led] = leadBy([draftWith('d1', { leadUnitNames: [] })], 'd1', 'Finance');
    expect(led?.content.leadUnitNames.map(({ name }) => name)).toEqual(['Finance']);
    expect(led?.content.supportUnitNames).toEqual([]);
    expect(leadBy(drafts, 'd1', 'Nobody')).toEqual(drafts);
  });

  test('removes one', () => {
    expect(removeDraft(drafts, 'd2').map(({ key }) => key)).toEqual(['d1', 'd3', 'd4']);
  });

  test('moves by one and stops at the ends', () => {
    expect(neighbour(drafts, 'd1', 1)).toBe('d2');
    expect(neighbour(drafts, 'd1', -1)).toBe('d1');
    expect(neighbour(drafts, 'd4', 1)).toBe('d4');
    expect(neighbour(drafts, null, 1)).toBe('d1');
  });

  test('goes on to what is open, from the beginning when need be', () => {
    expect(nextOpen(drafts, 'd1')).toBe('d2');
    expect(nextOpen(drafts, 'd4')).toBe('d2');
    expect(nextOpen([draftWith('d1', {}, true)], 'd1')).toBeNull();
  });
});
