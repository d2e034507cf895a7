import { type RawBuilder, sql } from 'kysely';
import { lastNearDay, type OnDay } from './standing';

/** Figures of boxes of a tally (`t`), see `tallyTable`: the same rule as `taskStanding`, for the database. */
export function lampFigures(day: OnDay): RawBuilder<unknown> {
  const last = lastNearDay(day);
  const { today } = day;
  const sum = (where: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`coalesce(sum(t.tasks) filter (where ${where}), 0)::integer`;
  return sql`
    sum(t.tasks)::integer as total,
    ${sum(sql`not t.ended and t.lamp_due > ${last}::date`)} as normal,
    ${sum(sql`not t.ended and t.lamp_due between ${today}::date and ${last}::date`)} as near,
    ${sum(sql`not t.ended and t.lamp_due < ${today}::date`)} as late,
    ${sum(sql`t.ended`)} as closed`;
}
