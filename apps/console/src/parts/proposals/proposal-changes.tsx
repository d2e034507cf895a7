import { type ReactElement } from 'react';
import { today } from '../../forms/today';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { KeptDays } from '../kept-days';
import { type Proposal, type ProposedChange, proposedChanges } from './proposed-changes';

const words = WORDS.parts.proposals;

interface Props {
  readonly proposal: Proposal;
  readonly task: Pick<TaskDetail, 'limits'>;
}

/** Everything that an approval would change, a line each: what was, and what would be. */
export function ProposalChanges({ proposal, task }: Props): ReactElement | null {
  const changes = proposedChanges(proposal, task, today());
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list">
      {changes.map((change, index) => (
        <li key={index} className="proposed-change">
          <OneChange change={change} />
        </li>
      ))}
    </ul>
  );
}

function OneChange({ change: { name, from, to, warning } }: { readonly change: ProposedChange }): ReactElement {
  return (
    <>
      <span className="quiet">{words.field(name)}</span>
      {from !== null && (
        <>
          <KeptDays text={from} />
          {words.becomes}
        </>
      )}
      <strong>
        <KeptDays text={to ?? words.gone} />
      </strong>
      {warning !== null && <span className="lamp-late keep"> {warning}</span>}
    </>
  );
}
