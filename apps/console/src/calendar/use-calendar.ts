import { type UseMutationResult } from '@tanstack/react-query';
import { type CalendarYear, type WorkCalendar } from '#domain';
import { api, bodyOf, reads } from '../api/client';
import { type Outcome, useCommand } from '../api/command';
import { type Problem, problemOf } from '../api/problem';
import { type YearInForce, yearInForce } from '../api/year-in-force';
import { nextVersion, rebased } from './calendar-edit';

/** A year of the calendar in force; null while it is being read. */
export function useCalendarYear(year: number): {
  readonly inForce: YearInForce | null;
  readonly problem: Problem | null;
} {
  const { data, error } = reads.useQuery('get', '/api/calendars/current', { params: { query: { year } } });
  return {
    inForce: data === undefined ? null : yearInForce(data),
    problem: error === null ? null : problemOf(error),
  };
}

/** The first year that is asked for: no arrangement of an earlier one is known, and no task is older. */
const FIRST_YEAR = 2000;

/** A year as it was in force when it was changed, and as it is to be. */
export interface YearEdit {
  readonly year: number;
  readonly before: CalendarYear;
  readonly after: CalendarYear;
}

/** What is published: changes of years, in the calendar as it is in force. */
export interface Publication {
  readonly edits: readonly YearEdit[];
  readonly today: string;
}

/**
 * Publishes the calendar in force with changed years as a new version. A version is whole: past years go along, for what was
 * counted by them is counted so again.
 */
export function usePublish(): UseMutationResult<Outcome, Problem, Publication> {
  return useCommand(async ({ edits, today }: Publication, key) => {
    const calendar = await wholeCalendar(Number(today.slice(0, 4)) + 1);
    const version = nextVersion(calendar.region, today, calendar.version);
    const years = Object.fromEntries(edits.map((edit) => [String(edit.year), inCalendar(edit, calendar)]));
    const next: WorkCalendar = { ...calendar, version, years: { ...calendar.years, ...years } };
    const params = { header: { 'Idempotency-Key': key } };
    return bodyOf(await api.POST('/api/calendars', { params, body: { calendar: next } }));
  });
}

function inCalendar({ year, before, after }: YearEdit, { years }: WorkCalendar): CalendarYear {
  return rebased(before, after, years[String(year)] ?? UNKNOWN);
}

/** A year of which nothing is known. */
const UNKNOWN: CalendarYear = { off: [], work: [], provisional: true };

async function wholeCalendar(lastYear: number): Promise<WorkCalendar> {
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const read = await Promise.all(
    years.map(async (year) =>
      yearInForce(bodyOf(await api.GET('/api/calendars/current', { params: { query: { year } } }))),
    ),
  );
  // Years of which nothing is known are left out: that they are unknown is what the calendar says of them.
  const known = read.filter(({ entry }) => !entry.provisional || entry.off.length + entry.work.length > 0);
  const last = read.at(-1);
  if (last === undefined) throw new RangeError('a calendar has years');
  const entries = known.map(({ year, entry }) => [String(year), entry] as const);
  return { version: last.version, region: last.region, years: Object.fromEntries(entries) };
}
