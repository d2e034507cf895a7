import { ownUnitsOf, useMe } from '../../app/session';
import { type Report, reportsOf } from '../../parts/task-facts/reports';
import { type Timeline } from '../../telling';

interface Found {
  readonly pending: boolean;
  readonly last: Report | null;
}

/** The report that a form is filled from: the last one of the person's own unit where there is one, else the last of all. */
export function useLastReport({ steps, pending }: Timeline): Found {
  const own = ownUnitsOf(useMe());
  const reports = reportsOf(steps);
  const last = reports.find(({ data }) => own.has(data.lane)) ?? reports[0] ?? null;
  return { pending, last };
}
