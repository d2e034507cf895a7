import { type Day, nextPeriod, type Period, periodOf } from '#domain';
import { SECOND_VERIFIER, VERIFIER } from '../content/people';
import { type DonePart, type TaskScript } from './task-script';

/** How a unit works on a task between two days. */
export interface Work {
  readonly from: Day;
  readonly until: Day;
  /** How much of the way is gone at the end, 0 to 1. */
  readonly reach: number;
  /** Working days between two reports. */
  readonly every?: number;
  /** Periods of a recurring duty, counted from 0, that are reported only after they fell due. */
  readonly missed?: readonly number[];
}

/** How a task ends. */
export interface Ending {
  /** The day on which closure is asked for. */
  readonly on: Day;
  readonly returned?: string;
  readonly outcome?: 'rectified' | 'continuing';
  /** Working days that the check takes; a few by default. */
  readonly checkTakes?: number;
  /** The verifier first takes the wrong task, and takes the step back. */
  readonly slip?: boolean;
}

/** Default for the working days between a report and the next. */
const MONTHLY = 21;
/** Reports nearer than this are one report. */
const TOGETHER = 4;

/** Confirms, hangs, assigns and accepts in the first days of the year. */
export function begin(script: TaskScript): Day {
  const { days, chance } = script;
  script.confirm(days.after(days.first, 1));
  script.hang(days.after(days.first, 2));
  script.assign(days.after(days.first, 3));
  const accepted = days.after(days.first, chance.integer(4, 8));
  script.accept(accepted);
  return accepted;
}

/** The lead unit reports as time goes, for each staged limit and each period; supporting units now and then. */
export function work(script: TaskScript, { from, until, reach, every = MONTHLY, missed = [] }: Work): void {
  const { chance, days } = script;
  const marks = new Map<Day, DonePart[]>();
  const mark = (day: Day, part: DonePart): unknown => marks.set(day, [...(marks.get(day) ?? []), part]);
  for (const { part, day } of dutiesOf(script, from, until, missed)) mark(day, part);
  for (let day = days.after(from, 9); day < until; day = days.after(day, every + chance.integer(-3, 3))) {
    if (!isNear(script, day, [...marks.keys()])) marks.set(day, []);
  }
  const dates = [...marks.keys()].filter((day) => day > from && day < until).sort();
  dates.forEach((day, index) => {
    const sway = index + 1 < dates.length ? chance.integer(-35, 35) / 100 : 0;
    const share = (reach * (index + 1 + sway)) / dates.length;
    const options = { done: marks.get(day) ?? [], troubled: chance.happens(22), filed: chance.happens(35) };
    script.report(day, share, options);
    supportAfter(script, day, index);
  });
}

function supportAfter(script: TaskScript, day: Day, index: number): void {
  const unit = script.support[index % Math.max(1, script.support.length)];
  if (unit !== undefined && script.chance.happens(45)) script.reportOfSupport(day, unit);
}

interface Duty {
  readonly part: DonePart;
  readonly day: Day;
}

/** When a report has to say that a limit is kept: staged ones before their day, periods before their end. */
function dutiesOf(script: TaskScript, from: Day, until: Day, missed: readonly number[]): Duty[] {
  const { days, chance, limits } = script;
  const dated = limits.flatMap(({ due }) => due ?? []).sort();
  // A period that ends while the unit is only taking the task in hand is reported on the day after.
  const notBefore = (day: Day): Day => (day > from ? day : days.after(from, 1));
  return limits.flatMap(({ limitId, due, recurrence }): Duty[] => {
    if (recurrence !== null) {
      const owed = periodsOf(recurrence, script.assignedOn ?? from, until);
      // A duty without an end of its own ends with the last dated limit of its task.
      const end = due ?? dated.at(-1) ?? until;
      const open = owed.filter((period) => period.from <= end && script.takesOn(limitId, period.id));
      return open.map((period, index) => ({
        part: { limitId, period: period.id },
        day: missed.includes(index)
          ? days.after(period.due, 3)
          : notBefore(days.before(period.due, chance.integer(1, 4))),
      }));
    }
    if (due === null || due === dated.at(-1) || due >= until) return [];
    return [{ part: { limitId, period: null }, day: notBefore(days.before(due, chance.integer(1, 4))) }];
  });
}

/** The periods that are due after one day, on which nobody owes them yet, and before another. */
function periodsOf(recurrence: Parameters<typeof periodOf>[0], from: Day, until: Day): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(recurrence, from); period.due < until; period = nextPeriod(recurrence, period)) {
    if (period.due > from) periods.push(period);
  }
  return periods;
}

function isNear({ days }: TaskScript, day: Day, others: readonly Day[]): boolean {
  const first = days.before(day, TOGETHER);
  const last = days.after(day, TOGETHER);
  return others.some((other) => other >= first && other <= last);
}

/** The last report, the request, the checks and the closing. */
export function finish(script: TaskScript, { on, returned, outcome, checkTakes, slip = false }: Ending): void {
  const { days, chance } = script;
  const verifier = chance.pick([VERIFIER, SECOND_VERIFIER]);
  script.eachLead(() => {
    script.report(on, 1, { filed: true });
  });
  script.eachLead(() => {
    script.requestClosure(on);
  });
  let checked = days.after(on, checkTakes ?? chance.integer(2, 5));
  if (returned !== undefined) {
    script.giveBack(checked, returned, verifier);
    const mended = days.after(checked, chance.integer(4, 8));
    script.report(mended, 1, { filed: true });
    script.requestClosure(mended);
    checked = days.after(mended, chance.integer(2, 5));
  }
  if (slip) {
    script.verify(checked, verifier);
    script.takeBack(checked);
  }
  script.verify(checked, verifier);
  script.close(days.after(checked, chance.integer(1, 4)), outcome);
}
