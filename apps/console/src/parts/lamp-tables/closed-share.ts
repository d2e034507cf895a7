import { type Lamp } from '#domain';
import { type Answer } from '../../api/answer';
import { WORDS } from '../../words';

type Summary = Answer<'/api/ledgers/{ledgerId}/summary'>;

/** Tasks by lamp. */
export type Figures = Pick<Summary['bySection'][number], 'total' | 'draft' | Lamp>;

const words = WORDS.parts.lampTables;
const NONE: Figures = {
  total: 0,
  normal: 0,
  near: 0,
  late: 0,
  suspended: 0,
  closed: 0,
  terminated: 0,
  voided: 0,
  draft: 0,
};

/** The figures of every task of the ledger: each is in one section, if only in the one without a name. */
export function whole({ bySection }: Pick<Summary, 'bySection'>): Figures {
  return bySection.reduce<Figures>(
    (sum, each) => ({
      total: sum.total + each.total,
      normal: sum.normal + each.normal,
      near: sum.near + each.near,
      late: sum.late + each.late,
      suspended: sum.suspended + each.suspended,
      closed: sum.closed + each.closed,
      terminated: sum.terminated + each.terminated,
      voided: sum.voided + each.voided,
      draft: sum.draft + each.draft,
    }),
    NONE,
  );
}

/**
 * The closed tasks in percent of those that were to be closed. A terminated one was, and never will be; an entry made by mistake
 * was not, and a draft is not on the account yet. Null where nothing was to be closed.
 */
export function closedShare({
  total,
  closed,
  voided,
  draft,
}: Pick<Figures, 'total' | 'closed' | 'voided' | 'draft'>): number | null {
  const counted = total - voided - draft;
  return counted === 0 ? null : Math.round((closed / counted) * 1_000) / 10;
}

/** The share as it is shown everywhere. */
export function shareText(share: number | null): string {
  return share === null ? WORDS.parts.none : words.share(share);
}

/** How a ledger stands in one sentence: 共 9 项，逾期 2 项，已销号 4 项（销号率 50%），已终止 1 项，已作废 1 项。 */
export function standingSentence(figures: Figures): string {
  const { total, late, closed, terminated, voided, draft } = figures;
  const { lamps } = WORDS.terms;
  const parts = [
    words.sumTotal(total),
    ...(late === 0 ? [] : [words.sumOf(lamps.late, late)]),
    words.sumClosed(closed, shareText(closedShare(figures))),
    ...(terminated === 0 ? [] : [words.sumOf(lamps.terminated, terminated)]),
    ...(voided === 0 ? [] : [words.sumOf(lamps.voided, voided)]),
    ...(draft === 0 ? [] : [words.sumDraft(draft)]),
  ];
  return words.sum(parts);
}
