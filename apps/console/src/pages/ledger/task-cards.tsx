import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { ENDED } from '#domain';
import { type TaskRow } from '../../api/answer';
import { LampMark } from '../../parts/lamp-mark';
import { StaffingMarkOf } from '../../parts/staffing/staffing-mark';
import { OwnStatusTag } from '../../parts/status-tag';
import { WORDS } from '../../words';
import { today } from '../../forms/today';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { Due } from './columns';
import { standingWordsOf } from './next-step';

/** The ledger on a phone: of each task its title, who leads, by when with its lamp, where it stands and what comes next. */
export function TaskCards({ rows }: { readonly rows: readonly TaskRow[] }): ReactElement {
  return (
    <ul className="task-cards" aria-label={words.table}>
      {rows.map((row) => (
        <li key={row.taskId}>
          <Link to={`/tasks/${row.taskId}`}>{row.title}</Link>
          <div className="task-card-line">
            <span className="quiet number">{row.taskNumber ?? words.serial(row.serial)}</span>
            <span>
              {leadWords(row)} <StaffingMarkOf task={row} units={row.leadUnits} />
            </span>
          </div>
          <div className="task-card-line">
            <LampMark lamp={row.lamp} status={row.status} />
            <Due row={row} />
          </div>
          <div className="task-card-line">
            <OwnStatusTag task={row} />
            {!ENDED.includes(row.status) && <span className="quiet">{standingWordsOf(row, today())}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function leadWords({ leadUnits, leadUnitNames }: TaskRow): string {
  if (leadUnits.length > 0) return leadUnits.map(({ name }) => name).join(WORDS.parts.and);
  return leadUnitNames.length === 0 ? WORDS.parts.none : words.named(leadUnitNames.join(WORDS.parts.and));
}
