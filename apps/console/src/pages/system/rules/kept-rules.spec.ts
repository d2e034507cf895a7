import { DEFAULT_POLICY } from '#domain';
import { keptContent, keptText } from '../../../forms/kept-content';
import { readKeptRules } from './kept-rules';
import { contentOf, draftOf } from './rule-draft';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;
const NOW = Date.parse('2026-09-16T02:30:00.000Z');

describe('rules that were edited and not published', () => {
  it('come back as they were, a number that is missing among them', () => {
    const draft = draftOf(CONTENT);
    const edited = { ...draft, clocks: { ...draft.clocks, check: null }, acceptance: '措施全部完成\n' };
    const kept = keptContent(keptText({ draft: edited, reason: '试' }, NOW), NOW, readKeptRules);
    expect(kept).toEqual({ draft: edited, reason: '试' });
    expect(contentOf(kept?.draft ?? draft).acceptance).toEqual(['措施全部完成']);
  });

  it.each([null, {}, { draft: {}, reason: '' }, { draft: { ...draftOf(CONTENT), ladders: {} }, reason: '' }])(
    'are none where %j was kept',
    (stored) => {
      expect(readKeptRules(stored)).toBeNull();
    },
  );
});
