import { type DraftContent, draftContentSchema, MAX_MEASURE, privatePlaces } from '#domain';
import { leastTarget } from '../../../parts/task-facts/indicator-kind';
import { type DraftEdit } from './draft';

/** The parts of a draft's card. */
export type DraftField = 'title' | 'body' | 'units' | 'limits' | 'indicators';

/** What keeps a draft from being accepted; each has its sentence in the words of this page. */
export type ProblemKind =
  | 'titleMissing'
  | 'titleLong'
  | 'bodyLong'
  | 'privateData'
  | 'privateQuote'
  | 'privateHeading'
  | 'leadMissing'
  | 'unitName'
  | 'unitTwice'
  | 'tooManyUnits'
  | 'limitUnsettled'
  | 'limitText'
  | 'dueUnread'
  | 'dueOutsidePeriod'
  | 'tooManyLimits'
  | 'indicatorName'
  | 'indicatorValue'
  | 'indicatorTooLarge'
  | 'indicatorRange'
  | 'indicatorBelowZero'
  | 'tooManyIndicators'
  | 'other';

export interface DraftProblem {
  readonly field: DraftField;
  readonly kind: ProblemKind;
  /** Which limit or indicator, counted from 0; null for the whole field. */
  readonly at: number | null;
}

/**
 * What has to be put right before a draft can be accepted: what the domain refuses, and what would stand in the way of
 * confirming it (no lead unit, a limit without a day).
 */
export function problemsOf(content: DraftEdit): readonly DraftProblem[] {
  const known = FOUND.get(content);
  if (known !== undefined) return known;
  const parsed = draftContentSchema.safeParse(content);
  const refused = parsed.success ? [] : parsed.error.issues.map(({ path }) => refusal(path, content));
  const problems = unique([...refused, ...privateProblems(content), ...beyondSchema(content)]);
  FOUND.set(content, problems);
  return problems;
}

/** Contents are never changed, only replaced; hundreds of them are asked about with every key press. */
const FOUND = new WeakMap<DraftEdit, readonly DraftProblem[]>();

/** The content as the domain takes it; null while something is wrong with it. */
export function contentOf(content: DraftEdit): DraftContent | null {
  return draftContentSchema.safeParse(content).data ?? null;
}

function refusal(path: readonly PropertyKey[], content: DraftEdit): DraftProblem {
  const [field, index, key] = path;
  const at = typeof index === 'number' ? index : null;
  switch (field) {
    case 'title':
      return { field, kind: content.title.trim() === '' ? 'titleMissing' : 'titleLong', at: null };
    case 'body':
      return { field, kind: 'bodyLong', at: null };
    case 'leadUnitNames':
    case 'supportUnitNames':
      return { field: 'units', kind: at === null ? 'tooManyUnits' : 'unitName', at: null };
    case 'limits':
      return { field, kind: at === null ? 'tooManyLimits' : limitRefusal(key), at };
    case 'indicators':
      return {
        field,
        kind: at === null ? 'tooManyIndicators' : indicatorRefusal(key, content.indicators[at]),
        at,
      };
    default:
      return { field: 'body', kind: 'other', at: null };
  }
}

/** Without a key the whole of it is refused: its range is the wrong way round. */
function indicatorRefusal(
  key: PropertyKey | undefined,
  indicator: DraftEdit['indicators'][number] | undefined,
): ProblemKind {
  if (key === undefined) return 'indicatorRange';
  if (key !== 'value' && key !== 'max') return 'indicatorName';
  return Math.abs(indicator?.[key] ?? 0) > MAX_MEASURE ? 'indicatorTooLarge' : 'indicatorValue';
}

function limitRefusal(key: PropertyKey | undefined): ProblemKind {
  if (key === 'what') return 'limitText';
  return key === 'due' ? 'dueUnread' : 'dueOutsidePeriod';
}

/** The name of the document is the same in every draft: it is checked once, where it is typed (`isNamed`). */
function privateProblems({ source: { section, number }, ...content }: DraftEdit): readonly DraftProblem[] {
  return privatePlaces({ ...content, source: { section, number } }).map(privateProblem);
}

/** Each kind says how to get rid of the number: the quoted words of the document cannot be edited, only left out. */
function privateProblem([field, index, key]: readonly string[]): DraftProblem {
  switch (field) {
    case 'title':
      return { field, kind: 'privateData', at: null };
    case 'leadUnitNames':
    case 'supportUnitNames':
      return { field: 'units', kind: 'privateData', at: null };
    case 'limits':
    case 'indicators':
      return { field, kind: key === 'sourceText' ? 'privateQuote' : 'privateData', at: Number(index) };
    case 'source':
      return { field: 'title', kind: 'privateHeading', at: null };
    default:
      return { field: 'body', kind: 'privateData', at: null };
  }
}

function beyondSchema({ leadUnitNames, supportUnitNames, limits, indicators }: DraftEdit): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (leadUnitNames.length === 0) problems.push({ field: 'units', kind: 'leadMissing', at: null });
  const names = [...leadUnitNames, ...supportUnitNames].map(({ name }) => name);
  if (new Set(names).size < names.length) problems.push({ field: 'units', kind: 'unitTwice', at: null });
  limits.forEach(({ due, recurrence }, at) => {
    if (due === null && recurrence === null) problems.push({ field: 'limits', kind: 'limitUnsettled', at });
  });
  indicators.forEach(({ name, unit, op, value, max }, at) => {
    const least = leastTarget({ name, unit });
    if (least !== undefined && value !== null && value < least) {
      problems.push({ field: 'indicators', kind: 'indicatorBelowZero', at });
    }
    const open = max === null || (value !== null && max <= value);
    if (op === 'range' && open) problems.push({ field: 'indicators', kind: 'indicatorRange', at });
  });
  return problems;
}

function unique(problems: readonly DraftProblem[]): DraftProblem[] {
  return [...new Map(problems.map((each) => [`${each.field}/${each.kind}/${each.at ?? ''}`, each])).values()];
}
