import { type DraftContent } from '#domain';
import { type Draft, type DraftEdit } from './draft';

/** Made-up words, latin so that they are told from what the page says. */
export const TEXT = 'Title\n(1)Clinics. By June open 12 clinics. By May test all. (Lead: Health; with: Finance)\nEnd';

/** Where some words stand in `TEXT`. */
export function spanOf(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

/** A draft's content, as read from `TEXT`. */
export function contentWith(changes: Partial<DraftEdit> = {}): DraftEdit {
  return {
    title: 'Clinics',
    body: 'By June open 12 clinics。By May test all。',
    leadUnitNames: [{ name: 'Health', span: spanOf('Health'), collective: false }],
    supportUnitNames: [{ name: 'Finance', span: spanOf('Finance'), collective: false }],
    limits: [limit('L1', 'By June', '2021-06-30'), limit('L2', 'By May', '2021-05-31')],
    indicators: [
      {
        indicatorId: 'I1',
        name: 'clinics',
        op: '=',
        value: 12,
        max: null,
        approximate: false,
        unit: '',
        sourceText: 'By June open 12 clinics',
        span: spanOf('By June open 12 clinics'),
      },
    ],
    source: {
      documentTitle: 'Title',
      documentNumber: null,
      section: '',
      number: '(1)',
      span: spanOf('(1)Clinics. By June open 12 clinics. By May test all. (Lead: Health; with: Finance)'),
    },
    doubts: [],
    ...changes,
  };
}

/** A limit with its words. */
export function limit(limitId: string, sourceText: string, due: string | null): DraftContent['limits'][number] {
  const span = TEXT.includes(sourceText) ? spanOf(sourceText) : null;
  return { limitId, sourceText, what: sourceText, due, recurrence: null, dueOn: null, span };
}

/** A draft of `contentWith`. */
export function draftWith(key: string, changes: Partial<DraftEdit> = {}, accepted = false): Draft {
  return { key, accepted, content: contentWith(changes) };
}
