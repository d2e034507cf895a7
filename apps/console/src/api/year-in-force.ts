import { type CalendarYear } from '#domain';
import { type Answer } from './answer';

/** A year as the api tells it. */
type YearAnswer = Answer<'/api/calendars/current'>;

/** A year of the calendar in force. */
export interface YearInForce {
  readonly year: number;
  readonly version: string;
  readonly region: string;
  readonly entry: CalendarYear;
  /** The festival that a day belongs to, where that is known. */
  readonly festivals: ReadonlyMap<string, string>;
}

/** A year as the api tells it, in the form in which it is counted and changed. */
export function yearInForce({ year, version, region, provisional, days }: YearAnswer): YearInForce {
  const of = (wanted: YearAnswer['days'][number]['kind']): string[] =>
    days.filter(({ kind }) => kind === wanted).map(({ day }) => day);
  const festivals = new Map(days.flatMap(({ day, name }) => (name === null ? [] : [[day, name] as const])));
  return { year, version, region, entry: { off: of('holiday'), work: of('workday'), provisional }, festivals };
}
