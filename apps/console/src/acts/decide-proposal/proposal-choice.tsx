import { Radio } from 'antd';
import { type ReactElement } from 'react';
import { today } from '../../forms/today';
import { KeptDays } from '../../parts/kept-days';
import { type TaskDetail } from '../../api/answer';
import { ProposalChanges } from '../../parts/proposals/proposal-changes';
import { type Proposal, proposalName, proposerName } from '../../parts/proposals/proposed-changes';
import { WORDS } from '../../words';
import { endOf } from './confirmation';
import { words as actWords } from './words';

const words = WORDS.parts.proposals;

interface Props {
  readonly proposals: readonly Proposal[];
  /** What waited when the form was opened and has been decided or taken back since. */
  readonly gone: readonly Proposal[];
  readonly task: Pick<TaskDetail, 'limits'>;
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (proposalId: string) => void;
}

/** The requests that wait, each with everything that an approval would change, so that nothing is approved unseen. */
export function ProposalChoice({ proposals, gone, task, id, value, onChange }: Props): ReactElement {
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className="proposal-choice"
      value={value ?? null}
      onChange={({ target }) => onChange?.(String(target.value))}
    >
      {proposals.map((proposal) => (
        <div key={proposal.proposalId}>
          <Radio value={proposal.proposalId}>{proposalName(proposal, task, today())}</Radio>
          <ProposalFacts proposal={proposal} task={task} />
        </div>
      ))}
      {gone.map((proposal) => (
        <div key={proposal.proposalId}>
          <Radio value={proposal.proposalId} disabled>
            {proposalName(proposal, task, today())}
          </Radio>
          <p className="lamp-near">{actWords.fields.gone}</p>
          <ProposalFacts proposal={proposal} task={task} />
        </div>
      ))}
    </Radio.Group>
  );
}

function ProposalFacts({
  proposal,
  task,
}: {
  readonly proposal: Proposal;
  readonly task: Props['task'];
}): ReactElement {
  const { extension, grounds, groundsNow, on, decideBy, unfit } = proposal;
  return (
    <div className="proposal-facts">
      <p>
        <KeptDays text={words.askedBy(proposerName(proposal), on)} />
      </p>
      {unfit !== null && <p className="lamp-late">{words.unfit(unfit)}</p>}
      {endOf(proposal) !== null && <p>{endOf(proposal)}</p>}
      <ProposalChanges proposal={proposal} task={task} />
      {extension?.late === true && <p className="lamp-late">{words.late}</p>}
      {grounds !== '' && <p>{words.grounds(grounds)}</p>}
      {groundsNow !== null && <p>{words.groundsNow(today(), groundsNow)}</p>}
      <p className="quiet number">{words.decideBy(decideBy)}</p>
    </div>
  );
}
