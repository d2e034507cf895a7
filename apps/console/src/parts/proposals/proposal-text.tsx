import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { authorityText, termsWord } from '../../telling';
import { WORDS } from '../../words';
import { KeptDays } from '../kept-days';
import { partWords } from '../task-facts/due-parts';

type Proposal = TaskDetail['proposals'][number];
type Correction = NonNullable<Proposal['correction']>;

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
      <KeptDays text={words.asked(by.unit?.name ?? by.name, on, wantedOf(proposal, task) ?? words.plain(word))} />
      {proposal.extension?.late === true && <span className="lamp-late keep"> {words.late}</span>}
      {grounds !== '' && <span className="quiet"> {words.grounds(grounds)}</span>}
      <span className="quiet keep number"> {words.decideBy(decideBy)}</span>
    </span>
  );
}

function wantedOf({ extension, suspension, correction }: Proposal, task: Props['task']): string | null {
  if (correction !== null) return correctionText(correction, task);
  if (suspension !== null) return words.suspension(suspension.until, authorityText(suspension.authority));
  if (extension === null) return null;
  const { limitId, period, from, to } = extension;
  return words.extension(partWords({ limitId, period, due: from }, task), from, to);
}

/** Each day that would move, from what to what, and that there is more. */
function correctionText({ moves, others }: Correction, task: Props['task']): string {
  const moved = moves.map(({ limitId, from, to }) => {
    const name = partWords({ limitId, period: null, due: null }, task);
    if (to === null) return words.removal(name);
    const [former, next] = [termsWord(from), termsWord(to)];
    if (next === null) return words.cleared(name, former ?? '');
    return former === null ? words.set(name, next) : words.moved(name, former, next);
  });
  return words.correction([...moved, ...(others ? [words.others] : [])].join(words.and));
}
