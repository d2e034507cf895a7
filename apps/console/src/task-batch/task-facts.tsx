import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type TaskRow } from '../api/answer';
import { DaysLeft } from '../parts/days-left';
import { UnitNames } from '../parts/unit-names';
import { LEDGER_WORDS } from '../words/ledger.words';

/** Whose a task of a batch is, by when, and the way to its page. */
export function TaskFacts({ row }: { readonly row: TaskRow }): ReactElement {
  return (
    <>
      <UnitNames units={row.leadUnits} />{' '}
      <DaysLeft due={row.nextDue} lamp={row.lamp} remainingWorkingDays={row.remainingWorkingDays} />{' '}
      <Link className="keep" to={`/tasks/${row.taskId}`}>
        {LEDGER_WORDS.open}
      </Link>
    </>
  );
}
