import { z } from 'zod';
import { type Outcome } from '../task/task.parts';

/** The kind of a ledger (台账类别). */
export const ledgerKindSchema = z.enum([
  'reform',
  'rectification',
  'duties',
  'assessment',
  'livelihood',
  'supervision',
]);
export type LedgerKind = z.infer<typeof ledgerKindSchema>;

/** What the office calls a kind of ledger, and what it calls the ends of a ledger's tasks. */
interface LedgerKindWords {
  readonly word: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

/** The words of each kind. An outcome is recorded as its code alone; its word follows from the ledger's kind. */
export const LEDGER_KINDS: Readonly<Record<LedgerKind, LedgerKindWords>> = {
  reform: {
    word: '改革任务',
    outcomes: { rectified: '已完成', continuing: '持续推进', 'not-rectified': '未完成' },
  },
  rectification: {
    word: '问题整改',
    outcomes: { rectified: '已整改', continuing: '持续整改', 'not-rectified': '未整改' },
  },
  duties: {
    word: '责任清单',
    outcomes: { rectified: '已落实', continuing: '持续落实', 'not-rectified': '未落实' },
  },
  assessment: {
    word: '考核指标',
    outcomes: { rectified: '已达标', continuing: '持续推进', 'not-rectified': '未达标' },
  },
  livelihood: {
    word: '民生实事',
    outcomes: { rectified: '已办成', continuing: '持续推进', 'not-rectified': '未办成' },
  },
  supervision: {
    word: '督办事项',
    outcomes: { rectified: '已落实', continuing: '持续办理', 'not-rectified': '未落实' },
  },
};

/** The kind of a ledger for which nobody has chosen one. */
export const DEFAULT_LEDGER_KIND: LedgerKind = 'reform';

/** What an outcome is called in a ledger. @param kind null where the ledger is not known to the reader */
export function outcomeWord(outcome: Outcome, kind: LedgerKind | null): string {
  return LEDGER_KINDS[kind ?? DEFAULT_LEDGER_KIND].outcomes[outcome];
}
