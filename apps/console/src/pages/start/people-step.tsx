import { Alert, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { freshId } from '../../api/fresh-id';
import { gapsOf } from '../../people/check-people';
import { EnrolPeople } from '../../people/enrol-people';
import { isWanted, newRow, type PersonRow } from '../../people/person-row';
import { PostGapsNote } from '../../people/post-gaps/post-gaps-note';
import { type GrantableRole } from '../../people/roles';
import { type Enrolling } from '../../people/use-enrolment';
import { START_WORDS } from '../../words/start.words';
import { preparedRows, rowsPerUnit } from './prepared-rows';
import { type StepProps } from './step-props';
import { useHeldRoles } from './use-held-roles';
import { useStanding } from './use-standing';

const words = START_WORDS.people;

/** The people for the roles, with lines prepared for those that an office cannot do without. */
export function PeopleStep({
  draft,
  onDraft,
  onStep,
  enrolling,
}: StepProps & { readonly enrolling: Enrolling }): ReactElement {
  const { standing, offices } = useStanding();
  const [prepared] = useState(() => preparedRows(draft.office.trim(), draft.top.trim()));
  const held = useHeldRoles();
  const rows = draft.rows.length > 0 ? draft.rows : stillWanted(prepared, held);
  const setRows = (next: readonly PersonRow[]): void =>
    onDraft({ rows: next.length > 0 ? [...next] : [newRow(freshId())] });
  const perUnit = rowsPerUnit(offices, rows, [draft.office, draft.top]);
  return (
    <section className="panel">
      <h2>{START_WORDS.steps.people}</h2>
      <p>{words.about}</p>
      {standing.otherAccounts > 0 && (
        <p>
          {words.present(standing.otherAccounts)} <Link to="/system/people">{words.manage}</Link>
        </p>
      )}
      <EnrolPeople
        rows={rows}
        onRows={setRows}
        ledgers={[]}
        enrolling={enrolling}
        beside={(wanted) => (
          <Button onClick={() => onStep('document')}>{wanted === 0 ? START_WORDS.next : words.forLater}</Button>
        )}
      >
        {perUnit.length > 0 && (
          <div className="form-acts">
            <Button disabled={enrolling.running} onClick={() => setRows([...rows, ...perUnit])}>
              {words.addPerUnit}
            </Button>
          </div>
        )}
        <Gaps rows={rows} />
        <PostGapsNote />
      </EnrolPeople>
    </section>
  );
}

/** Prepared lines for roles that nobody holds yet; at least one line to type in. */
function stillWanted(prepared: readonly PersonRow[], held: readonly GrantableRole[]): readonly PersonRow[] {
  const wanted = prepared.filter(({ roles }) => roles.some((role) => !held.includes(role)));
  return wanted.length > 0 ? wanted : prepared.slice(0, 1).map((row) => ({ ...row, roles: [] }));
}

/** Which roles nobody would hold, and what separation of duties asks. */
function Gaps({ rows }: { readonly rows: readonly PersonRow[] }): ReactElement {
  const held = useHeldRoles();
  const planned = rows.filter(isWanted).flatMap(({ roles }) => roles);
  const gaps = gapsOf(new Set([...held, ...planned]));
  if (gaps.length === 0) return <p className="quiet">{words.separation}</p>;
  return (
    <Alert
      className="notice"
      type="info"
      showIcon
      title={words.gapsTitle}
      description={
        <>
          <ul className="plain-list">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
          <p>{words.separation}</p>
        </>
      }
    />
  );
}
