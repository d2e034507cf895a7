import { type ReactElement } from 'react';
import { addDays, type CalendarYear, type Day, dayOfWeek } from '#domain';
import { WORDS } from '../words';
import { SYSTEM_WORDS } from '../words/system.words';
import { type DayKind, holidaysOf, kindOf, madeWorkOf, weeksOf } from './calendar-edit';
import './calendar.css';

const words = SYSTEM_WORDS.calendar;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

interface Props {
  readonly year: number;
  readonly entry: CalendarYear;
  /** The festival that a day belongs to, where that is known. */
  readonly festivals: ReadonlyMap<Day, string>;
  /** Days that differ from what is in force. */
  readonly changed: ReadonlySet<Day>;
  /** Turns a day round; absent: the board is only looked at. */
  readonly onDay?: ((day: Day) => void) | undefined;
}

/** A year as a wall calendar: what differs from plain weekends is marked and said in words below each month. */
export function YearBoard(props: Props): ReactElement {
  return (
    <div className="year-board">
      {MONTHS.map((month) => (
        <Month key={month} month={month} {...props} />
      ))}
    </div>
  );
}

function Month({ year, month, entry, festivals, changed, onDay }: Props & { readonly month: number }): ReactElement {
  return (
    <section className="month">
      <table>
        <caption>{words.month(month)}</caption>
        <thead>
          <tr>
            {words.shortWeekdays.map((word, index) => (
              <th key={word} scope="col" abbr={words.weekdays[index]}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, place) => (
                <td key={place}>
                  {day !== null && (
                    <DayCell day={day} kind={kindOf(day, entry)} changed={changed.has(day)} onDay={onDay} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MonthWords year={year} month={month} entry={entry} festivals={festivals} />
    </section>
  );
}

const shortDay = (day: Day): string => words.shortDay(Number(day.slice(5, 7)), Number(day.slice(8)));

function MonthWords({
  year,
  month,
  entry,
  festivals,
}: Pick<Props, 'year' | 'entry' | 'festivals'> & { readonly month: number }): ReactElement {
  const runs = holidaysOf(entry, year, month);
  const made = madeWorkOf(entry, year, month);
  if (runs.length === 0 && made.length === 0 && entry.provisional) return <></>;
  if (runs.length === 0 && made.length === 0) return <p className="quiet">{words.plainMonth}</p>;
  return (
    <>
      {runs.map(({ from, to, days }) => (
        <p key={from}>
          <strong>{festivalsIn(from, days, festivals).join(WORDS.parts.and)}</strong>{' '}
          {words.run(shortDay(from), shortDay(to), days)}
        </p>
      ))}
      {made.length > 0 && <p>{words.works(made.map(shortDay).join(WORDS.parts.and))}</p>}
    </>
  );
}

function festivalsIn(from: Day, days: number, festivals: ReadonlyMap<Day, string>): readonly string[] {
  const all = Array.from({ length: days }, (_, offset) => festivals.get(addDays(from, offset)));
  return [...new Set(all)].filter((name) => name !== undefined);
}

interface CellProps {
  readonly day: Day;
  readonly kind: DayKind;
  readonly changed: boolean;
  readonly onDay: Props['onDay'];
}

function DayCell({ day, kind, changed, onDay }: CellProps): ReactElement {
  const mark = kind === 'off' || kind === 'made-work' ? words.marks[kind] : null;
  const className = `day day-${kind}${mark === null ? '' : ' day-marked'}${changed ? ' day-changed' : ''}`;
  const number = Number(day.slice(8));
  const face = (
    <>
      {number}
      {mark !== null && <span className="day-mark">{mark}</span>}
    </>
  );
  if (onDay === undefined) return <span className={className}>{face}</span>;
  const weekday = words.weekdays[dayOfWeek(day) - 1] ?? '';
  return (
    <button
      type="button"
      className={className}
      aria-label={`${number}${mark ?? ''} ${words.day(day, weekday)} ${words.kinds[kind]}`}
      aria-pressed={changed}
      onClick={() => onDay(day)}
    >
      {face}
    </button>
  );
}
