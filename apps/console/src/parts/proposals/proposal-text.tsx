import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { authorityText } from '../../telling';
import { WORDS } from '../../words';
import { KeptDays } from '../kept-days';
import { partWords } from '../task-facts/due-parts';

type Proposal = TaskDetail['proposals'][number];

const words = WORDS.parts.proposals;

interface Props {
  readonly proposal: Proposal;
  readonly task: Pick<TaskDetail, 'limits'>;
}

/** What waits for a second person: who asks for what, since when and why, and by when it is to be decided. */
export function ProposalText({ proposal, task }: Props): ReactElement {
  const { word, by, on, grounds, decideBy } = proposal;
  return (
    <span>
      <KeptDays text={words.asked(by.unit?.name ?? by.name, on, wantedOf(proposal, task) ?? word)} />
      {proposal.extension?.late === true && <span className="lamp-late keep"> {words.late}</span>}
      {grounds !== '' && <span className="quiet"> {words.grounds(grounds)}</span>}
      <span className="quiet keep number"> {words.decideBy(decideBy)}</span>
    </span>
  );
}

function wantedOf({ extension, suspension }: Proposal, task: Props['task']): string | null {
  if (suspension !== null) return words.suspension(suspension.until, authorityText(suspension.authority));
  if (extension === null) return null;
  const { limitId, period, from, to } = extension;
  return words.extension(partWords({ limitId, period, due: from }, task), from, to);
}
