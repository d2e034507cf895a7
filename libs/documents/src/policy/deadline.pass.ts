import { clauseAround, SENTENCE_END } from './clause';
import { LIMIT_FORMS, SCHEDULE_FORMS } from './deadline-forms';
import { type DeadlineBase, type Limit, type LimitForm, type LimitPlace } from './deadline.types';
import { DOCUMENT_LIMITS } from './document-limits';
import { firstOfEach } from './first-of-each';
import { type DeadlineReading, type Span } from './reading.types';
import { excerptOf, type SourceText, withoutBlanks } from './source-text';

interface Candidate {
  readonly form: LimitForm;
  readonly rank: number;
  readonly start: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

interface Found extends Limit {
  readonly start: number;
  readonly end: number;
}

/** Characters before and after a candidate that its form may look at. */
const CONTEXT = 24;
/** Characters on each side that say what is due. */
const MATTER = 160;

/**
 * Reads the limits of one stretch of text. What stands in 《》 and “” is not searched.
 * @param schedule true for a table column of times, where a bare month is a limit
 */
export function readDeadlines(
  source: SourceText,
  stretch: Span,
  base: DeadlineBase,
  schedule = false,
): DeadlineReading[] {
  const words = source.masked.slice(stretch.start, stretch.end);
  const forms = schedule ? [...LIMIT_FORMS, ...SCHEDULE_FORMS] : LIMIT_FORMS;
  const found: Found[] = [];
  for (const candidate of candidatesIn(words, forms)) {
    const last = found.at(-1);
    if (last && candidate.start < last.end) continue;
    const limit = candidate.form.read(candidate, placeOf(candidate, words, base, last));
    if (limit) found.push({ ...limit, start: candidate.start, end: candidate.start + candidate.text.length });
    if (found.length >= DOCUMENT_LIMITS.readingsPerTask * 5) break;
  }
  return found.map((limit) => toReading(source, stretch, limit));
}

/** Each explicit limit once: the same words for the same day are one limit. */
export function distinctDeadlines(deadlines: readonly DeadlineReading[]): DeadlineReading[] {
  return firstOfEach(deadlines, ({ text, due, recurrence, dueOn }) =>
    recurrence === null
      ? `${withoutBlanks(text)} ${due ?? ''}`
      : `${recurrence} ${dueOn?.month ?? ''} ${dueOn?.day ?? ''}`,
  );
}

function candidatesIn(words: string, forms: readonly LimitForm[]): Candidate[] {
  return forms
    .flatMap((form, rank) =>
      [...words.matchAll(form.pattern)].map((match) => ({
        form,
        rank,
        start: match.index,
        text: match[0],
        groups: match.groups ?? {},
      })),
    )
    .sort((a, b) => a.start - b.start || a.rank - b.rank);
}

function placeOf(candidate: Candidate, words: string, base: DeadlineBase, last: Found | undefined): LimitPlace {
  const end = candidate.start + candidate.text.length;
  const sameSentence =
    last !== undefined && !/[。；\n]/u.test(words.slice(last.end, Math.min(candidate.start, last.end + MATTER)));
  return {
    before: words.slice(Math.max(0, candidate.start - CONTEXT), candidate.start),
    after: words.slice(end, end + CONTEXT),
    base,
    lastYear: sameSentence ? (last.year ?? null) : null,
  };
}

function toReading(source: SourceText, stretch: Span, found: Found): DeadlineReading {
  const excerpt = excerptOf(source, stretch.start + found.start, stretch.start + found.end);
  const matter = clauseAround(source, excerpt.span, stretch, SENTENCE_END, MATTER);
  return {
    ...excerpt,
    due: found.due,
    dueAlternatives: found.alternatives ?? [],
    recurrence: found.recurrence ?? null,
    dueOn: found.dueOn ?? null,
    relative: found.relative ?? false,
    countedIn: found.countedIn ?? null,
    matter: excerptOf(source, matter.start, matter.end),
    doubts: found.doubts ?? [],
  };
}
