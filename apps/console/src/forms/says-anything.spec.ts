import { saysAnything } from './says-anything';

const INITIAL = {
  reason: '',
  until: null,
  authority: { kind: 'document', reference: '' },
  limits: [{ due: '2026-12-31' }],
};

describe('what was kept of a form', () => {
  it('says nothing while it is what the form begins with, blanks aside', () => {
    expect(saysAnything({}, INITIAL)).toBe(false);
    expect(saysAnything({ reason: ' 　\n', until: null }, INITIAL)).toBe(false);
    expect(saysAnything({ authority: { kind: 'document', reference: ' ' } }, INITIAL)).toBe(false);
  });

  it('says something once a text, a choice or a part of a list is another', () => {
    expect(saysAnything({ reason: '等' }, INITIAL)).toBe(true);
    expect(saysAnything({ authority: { kind: 'meeting', reference: '' } }, INITIAL)).toBe(true);
    expect(saysAnything({ limits: [{ due: null }] }, INITIAL)).toBe(true);
  });
});
