import { plainTyping } from '../../../forms/plain-typing';
import {
  ALWAYS_TWO,
  type Clocks,
  type Ladder,
  type LadderRung,
  type Listing,
  type PolicyContent,
  type Recipient,
  secondPersonActSchema,
} from '#domain';

/** The ladders in the order of the page. */
export const LADDERS = ['limits', 'replies', 'holders'] as const;
export type LadderName = (typeof LADDERS)[number];

/** The kinds of rungs that a person may set; notices have a part of their own. */
export const RUNG_KINDS = ['remind', 'due', 'urge', 'escalate', 'propose'] as const satisfies LadderRung['kind'][];

/** A rung while it is edited. `NaN` and null: no number yet. */
export interface RungDraft {
  readonly kind: LadderRung['kind'];
  /** Working days from the due day: its side follows from the kind. Without a meaning for a rung of the due day itself. */
  readonly days: number | null;
  readonly at: string;
  readonly told: readonly Recipient[];
}

/** The notices after the last rung while they are edited. */
export interface NoticesDraft {
  readonly from: number | null;
  readonly every: number | null;
  readonly at: string;
  readonly told: readonly Recipient[];
}

/** A ladder while it is edited. */
export interface LadderDraft {
  readonly rungs: readonly RungDraft[];
  readonly notices: NoticesDraft | null;
}

/** Rules while they are edited: texts of one item a line, numbers that may be missing, no ids of rungs. */
export interface RuleDraft extends Omit<PolicyContent, 'ladders' | 'clocks' | 'listing' | 'acceptance' | 'evidence'> {
  readonly ladders: Readonly<Record<LadderName, LadderDraft>>;
  readonly clocks: Readonly<Record<keyof Clocks, number | null>>;
  readonly listing: Readonly<Record<keyof Listing, number | null>>;
  readonly acceptance: string;
  readonly evidence: string;
}

/** Rules as the page begins to edit them, rungs in the order of their days. */
export function draftOf(content: PolicyContent): RuleDraft {
  const { ladders } = content;
  return {
    ...content,
    ladders: {
      limits: editable(ladders.limits),
      replies: editable(ladders.replies),
      holders: editable(ladders.holders),
    },
    acceptance: content.acceptance.join('\n'),
    evidence: content.evidence.join('\n'),
  };
}

function editable({ rungs, notices }: Ladder): LadderDraft {
  return {
    rungs: byDay(rungs).map(({ kind, offsetWorkingDays, at, told }) => ({
      kind,
      days: Math.abs(offsetWorkingDays),
      at,
      told,
    })),
    notices,
  };
}

/** Rungs in the order in which they come due. */
export function byDay(rungs: readonly LadderRung[]): readonly LadderRung[] {
  return [...rungs].sort(
    (one, other) => one.offsetWorkingDays - other.offsetWorkingDays || (one.at < other.at ? -1 : 1),
  );
}

/**
 * What is sent: whole content, with ids of rungs made from their kinds and days. A number that is missing is `NaN`, which the schema of
 * the content refuses; so it is checked before it is sent.
 */
export function contentOf(draft: RuleDraft): PolicyContent {
  const { ladders, clocks, listing } = draft;
  return {
    ...draft,
    ladders: {
      limits: ladderOf(ladders.limits),
      replies: ladderOf(ladders.replies),
      holders: ladderOf(ladders.holders),
    },
    clocks: {
      assign: clocks.assign ?? NaN,
      reply: clocks.reply ?? NaN,
      reassign: clocks.reassign ?? NaN,
      check: clocks.check ?? NaN,
      close: clocks.close ?? NaN,
      decide: clocks.decide ?? NaN,
      answer: clocks.answer ?? NaN,
      reviewMonths: clocks.reviewMonths ?? NaN,
    },
    listing: { task: listing.task ?? NaN, unit: listing.unit ?? NaN },
    acceptance: linesOf(draft.acceptance),
    evidence: linesOf(draft.evidence),
  };
}

function ladderOf({ rungs, notices }: LadderDraft): Ladder {
  const ids = rungIds(rungs);
  return {
    rungs: rungs.map(({ kind, days, at, told }, index) => ({
      rungId: ids[index] ?? kind,
      kind,
      offsetWorkingDays: offsetOf(kind, days),
      at: timeOf(at),
      told: [...told],
    })),
    notices: notices && {
      ...notices,
      from: notices.from ?? NaN,
      every: notices.every ?? NaN,
      at: timeOf(notices.at),
      told: [...notices.told],
    },
  };
}

/** A time of day as it is typed: full-width digits and colon, and an hour of one digit. */
function timeOf(typed: string): string {
  const plain = plainTyping(typed);
  return /^\d:/u.test(plain) ? `0${plain}` : plain;
}

function offsetOf(kind: RungDraft['kind'], days: number | null): number {
  if (kind === 'due') return 0;
  return kind === 'remind' ? -(days ?? NaN) : (days ?? NaN);
}

/** One id a rung, from its kind and day; several of one day are counted. Nobody reads them: they tell the timers of a ladder apart. */
export function rungIds(rungs: readonly Pick<RungDraft, 'kind' | 'days'>[]): readonly string[] {
  const given = new Map<string, number>();
  return rungs.map(({ kind, days }) => {
    const whole = Math.trunc(Math.abs(days ?? 0)) || 0;
    const id = kind === 'due' ? kind : `${kind}-${whole}`;
    const times = (given.get(id) ?? 0) + 1;
    given.set(id, times);
    if (times === 1) return id;
    return kind === 'due' ? `due-0-${times}` : `${id}-${times}`;
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An act that can take a second person. */
export type SecondPersonAct = PolicyContent['secondPerson'][number];

/** True for an act that no rules leave to one person. */
export function isAlwaysTwo(act: SecondPersonAct): boolean {
  return ALWAYS_TWO.some((each) => each === act);
}

/** The acts that take a second person once one of them does or does not, always in the same order. */
export function withSecond(acts: readonly SecondPersonAct[], act: SecondPersonAct, takes: boolean): SecondPersonAct[] {
  return secondPersonActSchema.options.filter((each) => (each === act ? takes : acts.includes(each)));
}

/** A rung as the button adds it: a working day after the last one, of the same kind. */
export function nextRung(rungs: readonly RungDraft[]): RungDraft {
  const last = rungs.at(-1);
  if (last === undefined || last.kind === 'remind')
    return { kind: 'urge', days: 1, at: last?.at ?? '08:50', told: ['handler'] };
  return { ...last, kind: last.kind === 'due' ? 'urge' : last.kind, days: (last.days ?? 0) + 1 };
}
