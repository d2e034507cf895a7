import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { freshId } from '../../../api/fresh-id';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { EnrolPeople } from '../../../people/enrol-people';
import { newRow, type PersonRow } from '../../../people/person-row';
import { useEnrolment } from '../../../people/use-enrolment';
import { SYSTEM_WORDS } from '../../../words/system.words';

const words = SYSTEM_WORDS.people;
const FIRST_LINES = 3;

/** Further people, later than the first hour. */
export function AddPeople({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { ledgers } = useLedgerChoice();
  const enrolling = useEnrolment(null);
  const [rows, setRows] = useState<readonly PersonRow[]>(() =>
    Array.from({ length: FIRST_LINES }, () => newRow(freshId())),
  );
  return (
    <section className="panel">
      <h2>{words.addTitle}</h2>
      <EnrolPeople
        rows={rows}
        onRows={(next) => setRows(next.length > 0 ? next : [newRow(freshId())])}
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
