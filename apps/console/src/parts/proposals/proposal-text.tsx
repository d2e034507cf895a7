import { type ReactElement } from 'react';
import { today } from '../../forms/today';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { KeptDays } from '../kept-days';
import { type Proposal, proposedChanges, proposerName, wantedText } from './proposed-changes';

const words = WORDS.parts.proposals;

interface Props {
  readonly proposal: Proposal;
  readonly task: Pick<TaskDetail, 'limits'>;
}

/** What waits for a second person, in a line: who asks for what, since when and why, and by when it is to be decided. */
export function ProposalText({ proposal, task }: Props): ReactElement {
  const { on, grounds, groundsNow, decideBy, extension, unfit } = proposal;
  const warnings = new Set(proposedChanges(proposal, task, today()).flatMap(({ warning }) => warning ?? []));
  return (
    <span>
      <KeptDays text={words.asked(proposerName(proposal), on, wantedText(proposal, task, today()))} />
      {extension?.late === true && <span className="lamp-late keep"> {words.late}</span>}
      {unfit !== null && <span className="lamp-late"> {words.unfit(unfit)}</span>}
      {[...warnings].map((warning) => (
        <span key={warning} className="lamp-late keep">
          {' '}
          {warning}
        </span>
      ))}
      {grounds !== '' && <span className="quiet"> {words.grounds(grounds)}</span>}
      {groundsNow !== null && <span className="quiet"> {words.groundsNow(today(), groundsNow)}</span>}
      <span className="quiet keep number"> {words.decideBy(decideBy)}</span>
    </span>
  );
}
