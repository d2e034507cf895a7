import { isDay, MOST_CHILDREN, nextPeriod, type Period, periodOf, type Recurrence } from '#domain';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { dayFault } from '../../forms/day-fault';
import { numberFault } from '../../forms/number-fault';
import { leastTarget } from '../../parts/task-facts/indicator-kind';
import { periodWord } from '../../telling';
import { type Confirmation } from '../../forms/confirm-step';
import { type DatedLimit, pastDaysBody, pastDaysValue, pastLimitsOf } from '../parts/past-days';
import { statedDayValue } from '../parts/stated-day';
import { words } from './words';

/** How often a task that is split by periods comes back. */
export const RHYTHMS = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const satisfies readonly Recurrence[];

/** What one child has of its own, beside what its kind of split gives it. */
const ownValues = z.object({
  /** Units that lead it in place of the common ones. */
  leads: z.array(z.string()).optional(),
  /** Its day in place of the limits of its parent, or of the period's last day. */
  due: z.string().nullable().optional(),
  /** Its own target for an indicator of the parent. */
  targets: z.record(z.string(), z.number().nullable()).optional(),
});
export type OwnValues = z.infer<typeof ownValues>;

/** The fields of the form. */
export const splitValues = {
  by: z.enum(['units', 'periods', 'measures']),
  /** By units: one child each. */
  units: z.array(z.string()),
  listName: z.string(),
  /** By periods and by measures: who leads each child. */
  leads: z.array(z.string()),
  every: z.enum(RHYTHMS),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** By measures: one on each line. */
  measures: z.string(),
  own: z.record(z.string(), ownValues),
  progress: z.enum(['average', 'all']),
  /** By indicator; `none`: it is not added up. */
  indicators: z.record(z.string(), z.enum(['sum', 'average', 'all', 'none'])),
  requirements: z.string(),
  replyBy: z.string().nullable(),
  ...pastDaysValue,
  ...statedDayValue,
};
export type SplitValues = z.infer<z.ZodObject<typeof splitValues>>;

/** An empty form. */
export const NO_VALUES: SplitValues = {
  by: 'units',
  units: [],
  listName: '',
  leads: [],
  every: 'quarterly',
  from: null,
  to: null,
  measures: '',
  own: {},
  progress: 'average',
  indicators: {},
  requirements: '',
  replyBy: null,
  pastDays: {},
  occurredOn: null,
};

/** How children add up: by the rule that an earlier split stated, which holds for all of them; else as is usual for each indicator. */
export function ruleValues(
  { indicators, children }: Pick<TaskDetail, 'indicators' | 'children'>,
  usual: (indicator: TaskDetail['indicators'][number]) => SplitValues['indicators'][string],
): Pick<SplitValues, 'progress' | 'indicators'> {
  const stated = children?.rule;
  const ruleOf = (indicator: TaskDetail['indicators'][number]) =>
    stated === undefined
      ? usual(indicator)
      : (stated.indicators.find(({ indicatorId }) => indicatorId === indicator.indicatorId)?.rule ?? 'none');
  return {
    progress: stated?.progress ?? NO_VALUES.progress,
    indicators: Object.fromEntries(indicators.map((each) => [each.indicatorId, ruleOf(each)] as const)),
  };
}

/** A child as the form shows it. */
export interface SplitRow {
  /** Tells its own values from those of others: a unit, a period or a line's text. */
  readonly key: string;
  /** Its title; null where it has that of its parent. */
  readonly title: string | null;
  readonly leads: readonly string[];
  /** The day that its kind of split gives it; null where it has the limits of its parent. */
  readonly due: string | null;
}

/** The children that the fields ask for, in order. */
export function rowsOf(values: SplitValues, { title }: Pick<TaskDetail, 'title'>): readonly SplitRow[] {
  switch (values.by) {
    case 'units':
      return values.units.map((unitId) => ({ key: unitId, title: null, leads: [unitId], due: null }));
    case 'periods':
      return periodsAsked(values).map(({ id, due }) => ({
        key: id,
        title: words.fields.titled(title, periodWord(id)),
        leads: leadsOf(values, id),
        due,
      }));
    case 'measures':
      return linesOf(values.measures).map((line) => ({
        key: line,
        title: line,
        leads: leadsOf(values, line),
        due: null,
      }));
  }
}

function leadsOf({ own, leads }: SplitValues, key: string): readonly string[] {
  const mine = own[key]?.leads ?? [];
  return mine.length > 0 ? mine : leads;
}

function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** The periods from the one of the first day to the one of the last; one more than a split may have, where there are more. */
function periodsAsked({ every, from, to }: SplitValues): readonly Period[] {
  if (from === null || to === null || !isDay(from) || !isDay(to)) return [];
  const periods: Period[] = [];
  for (let each = periodOf(every, from); each.from <= to && periods.length <= MOST_CHILDREN;) {
    periods.push(each);
    each = nextPeriod(every, each);
  }
  return periods;
}

/** Why the children cannot be sent so; null when they can. */
export function rowsFault(rows: readonly SplitRow[]): string | null {
  if (rows.length === 0) return words.fields.nobody;
  if (rows.length > MOST_CHILDREN) return words.fields.tooMany(MOST_CHILDREN);
  return rows.some(({ leads }) => leads.length === 0) ? words.fields.noLead : null;
}

/** Why what a child has of its own cannot be sent; null when it can. The field itself says what is wrong with it. */
export function ownFault(
  values: SplitValues,
  task: Pick<TaskDetail, 'title' | 'indicators'>,
  today: string,
): string | null {
  const own = rowsOf(values, task).flatMap(({ key }) => values.own[key] ?? []);
  const wrongDay = own.some(({ due }) => dayFault(due, { earliest: today }) !== null);
  const wrongTarget = own.some(({ targets = {} }) =>
    task.indicators.some((each) => numberFault(targets[each.indicatorId], { min: leastTarget(each) }) !== null),
  );
  return wrongDay || wrongTarget ? words.fields.ownWrong : null;
}

/** The limits of the task whose day is over and that a child would inherit: its new day is asked for, as an assignment asks for it. */
export function pastHandedDown<Each extends DatedLimit>(
  values: SplitValues,
  task: Pick<TaskDetail, 'title'> & { readonly limits: readonly Each[] },
  today: string,
): readonly Each[] {
  const inherits = rowsOf(values, task).some(({ key, due }) => (values.own[key]?.due ?? due) === null);
  return inherits ? pastLimitsOf(task, today) : [];
}

/** True where a period is over that was given no other day: its child is late from the start, and the form says so before. */
export function isPeriodPast(values: SplitValues, task: Pick<TaskDetail, 'title'>, today: string): boolean {
  return rowsOf(values, task).some(({ key, due }) => due !== null && (values.own[key]?.due ?? due) < today);
}

/**
 * The last day of the task, where a child's own day is after it: that is unusual and is said, but may be meant. Null where it is not, and for a
 * task that comes back without an end.
 */
export function overrunBy(day: string | null, { limits }: { readonly limits: readonly DatedLimit[] }): string | null {
  if (day === null || !isDay(day) || limits.some(({ recurrence }) => recurrence !== null)) return null;
  const last = limits
    .flatMap(({ due }) => due ?? [])
    .sort()
    .at(-1);
  return last !== undefined && day > last ? last : null;
}

/** So many children are asked back: each is a task of its own that somebody is told of, and a split is not taken back. */
export const MANY_CHILDREN = 5;

/** What is said once more before a task becomes many; null for few. */
export function splitConfirmation(rows: readonly SplitRow[]): Confirmation | null {
  const units = new Set(rows.flatMap(({ leads }) => leads));
  return rows.length < MANY_CHILDREN ? null : { text: words.fields.confirm(rows.length, units.size) };
}

/** The command's body. A child has of its own only what differs from its parent. */
export function splitBody(
  values: SplitValues,
  task: Pick<TaskDetail, 'title' | 'indicators'> & { readonly limits: readonly DatedLimit[] },
  today: string,
) {
  const { by, listName, progress, indicators, requirements, replyBy, own, pastDays } = values;
  return {
    by,
    children: rowsOf(values, task).map((row) => childBody(row, own[row.key] ?? {}, task)),
    rule: {
      progress,
      indicators: Object.entries(indicators).flatMap(([indicatorId, rule]) =>
        rule === 'none' ? [] : [{ indicatorId, rule }],
      ),
    },
    listName: by === 'units' ? listName.trim() : '',
    requirements,
    replyBy,
    // A period's own day was typed or left by the person, who was told that it is over.
    pastDays: by === 'periods' ? ('keep' as const) : pastDaysBody(pastHandedDown(values, task, today), pastDays),
  };
}

function childBody({ title, leads, due }: SplitRow, own: OwnValues, task: Pick<TaskDetail, 'title' | 'indicators'>) {
  const day = own.due ?? due;
  const targets = Object.entries(own.targets ?? {}).filter(([, target]) => target !== null);
  return {
    leadUnitIds: [...leads],
    supportUnitIds: [],
    ...(title === null ? {} : { title: title.slice(0, MOST_TITLE) }),
    ...(day === null ? {} : { limits: [onlyLimit(day, title ?? task.title)] }),
    ...(targets.length === 0
      ? {}
      : {
          indicators: task.indicators.map(({ reading: _reading, ...indicator }) => ({
            ...indicator,
            value: own.targets?.[indicator.indicatorId] ?? indicator.value,
          })),
        }),
  };
}

/** Characters of a task's title. */
const MOST_TITLE = 500;

/** A day of its own takes the place of all limits of the parent. */
function onlyLimit(due: string, what: string) {
  return { limitId: 'L1', sourceText: '', what, due, recurrence: null, dueOn: null, span: null };
}
