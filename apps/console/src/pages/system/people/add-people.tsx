import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { freshId } from '../../../api/fresh-id';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { useDraft } from '../../../forms/use-draft';
import { EnrolPeople } from '../../../people/enrol-people';
import { isWanted, newRow, type PersonRow, readRows } from '../../../people/person-row';
import { useEnrolment } from '../../../people/use-enrolment';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';
import { SYSTEM_WORDS } from '../../../words/system.words';

const words = SYSTEM_WORDS.people;
const FIRST_LINES = 3;

/** Further people, later than the first hour. */
export function AddPeople({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { ledgers } = useLedgerChoice();
  const enrolling = useEnrolment(null);
  const kept = useDraft('account.create', readRows);
  const [rows, setRows] = useState<readonly PersonRow[]>(
    () => kept.restored ?? Array.from({ length: FIRST_LINES }, () => newRow(freshId())),
  );
  const change = (next: readonly PersonRow[]): void => {
    if (next.some(isWanted)) kept.keep(next);
    else kept.drop();
    setRows(next.length > 0 ? next : [newRow(freshId())]);
  };
  return (
    <section className="panel">
      <h2>{words.addTitle}</h2>
      <RegisterMeanwhile category="account" />
      <EnrolPeople
        rows={rows}
        onRows={change}
        ledgers={ledgers.filter(({ practice }) => !practice)}
        enrolling={enrolling}
        beside={() => (
          <Button onClick={onDone} disabled={enrolling.running}>
            {words.backToList}
          </Button>
        )}
      />
    </section>
  );
}
