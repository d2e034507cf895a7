import { type Indicator } from '#domain';
import { type Reading, rounded } from './reports';

const DAY = 86_400_000;
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The planned course of an indicator: a straight line from its first reading to its target on the due day. */
export interface PlanLine {
  readonly from: { readonly day: string; readonly value: number };
  readonly to: { readonly day: string; readonly value: number };
}

/** The plan of an indicator; null without a reading or without a due day after the first reading. A range is planned to its lower end, an approximate target not at all. */
export function planLine(
  readings: readonly Reading[],
  { value: target, approximate }: Pick<Indicator, 'value' | 'approximate'>,
  dueDay: string | null,
): PlanLine | null {
  const [first] = readings;
  if (approximate || first === undefined || dueDay === null || dueDay <= first.readOn) return null;
  return { from: { day: first.readOn, value: first.value }, to: { day: dueDay, value: target } };
}

/** The value that the plan asks for on a day; null before its first day. After its last day the target holds. */
export function plannedOn(plan: PlanLine | null, day: string): number | null {
  if (plan === null || day < plan.from.day) return null;
  if (day >= plan.to.day) return plan.to.value;
  const share = (instant(day) - instant(plan.from.day)) / (instant(plan.to.day) - instant(plan.from.day));
  return rounded(plan.from.value + (plan.to.value - plan.from.value) * share);
}

/** The first and last instant of a chart's time axis, with a margin at both ends. */
export function timeAxis(readings: readonly Reading[], plan: PlanLine | null): readonly [from: number, to: number] {
  const days = [...readings.map(({ readOn }) => readOn), ...(plan === null ? [] : [plan.to.day])].sort();
  const from = instant(days[0] ?? '2000-01-01');
  const to = instant(days.at(-1) ?? '2000-01-01');
  const margin = Math.max((to - from) * 0.04, 2 * DAY);
  return [from - margin, to + margin];
}
