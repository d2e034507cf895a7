import { type ReactElement, useMemo } from 'react';
import { dayInShanghai } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { type Step } from '../../telling';
import { heldText, holderLines } from '../../parts/held/held-text';
import { KeptDays } from '../../parts/kept-days';
import { ProposalText } from '../../parts/proposals/proposal-text';
import { SuspensionText } from '../../parts/task-facts/suspension-text';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { holderOf, strip } from './lifecycle-strip';
import { type Stand, standsOf, standsSince } from './stands';

const words = TASK_WORDS.strip;

interface Props {
  readonly task: Pick<
    TaskDetail,
    'status' | 'lanes' | 'suspension' | 'holders' | 'held' | 'measures' | 'proposals' | 'limits'
  >;
  readonly steps: readonly Step[];
}

/** The lifecycle as the table declares it, where the task stands, who holds it, since when and until when, and who held it how long. */
export function TaskStrip({ task, steps }: Props): ReactElement {
  const stands = useMemo(() => standsOf(steps), [steps]);
  const reached = stands.map(({ status }) => status);
  const held = heldText(task.held);
  return (
    <section className="panel strip-panel" aria-label={words.label}>
      <ol className="strip">
        {strip(task.status, reached).map(({ status, word, at }) => (
          <li key={status} className={`place place-${at}`} {...(at === 'now' ? { 'aria-current': 'step' } : {})}>
            <span className="place-mark" aria-hidden="true" />
            <span>{word}</span>
          </li>
        ))}
      </ol>
      <Holders task={task} stands={stands} />
      {task.proposals.map((proposal) => (
        <p key={proposal.proposalId} className="strip-holder">
          <ProposalText proposal={proposal} task={task} />
        </p>
      ))}
      {task.measures.map(({ measure, unit, on, by }) => (
        <p key={`${measure} ${unit.unitId} ${on}`} className="strip-holder lamp-late">
          <KeptDays text={words.measure(unit.name, WORDS.terms.measures[measure], on, by)} />
        </p>
      ))}
      {held !== null && (
        <p className="strip-holder quiet">
          <KeptDays text={held} />
        </p>
      )}
      {task.suspension !== null && (
        <p className="strip-holder">
          <SuspensionText suspension={task.suspension} />
        </p>
      )}
    </section>
  );
}

/** Whoever has the task in hand, each in a line of its own: since when, and until when. */
function Holders({ task, stands }: { readonly task: Props['task']; readonly stands: readonly Stand[] }): ReactElement {
  const lines = holderLines(task.holders, task.lanes);
  if (lines.length === 0) {
    return (
      <p className="strip-holder">
        <KeptDays text={standing(task, stands)} />
      </p>
    );
  }
  return (
    <>
      {lines.map(({ key, text, days, late }) => (
        <p key={key} className="strip-holder">
          <KeptDays text={text} />
          {days !== null && <span className={late ? 'lamp-late keep' : 'quiet keep'}> {days}</span>}
        </p>
      ))}
    </>
  );
}

/** Before a task is on the account, while it is suspended, and after its end. */
function standing(task: Props['task'], stands: readonly Stand[]): string {
  if (task.suspension !== null) return WORDS.parts.suspended.resumes(task.suspension.until);
  const holder = holderOf(task);
  if (holder !== null) return words.holder(holder);
  const since = standsSince(task.status, stands);
  return since === null ? words.endedOnly : words.ended(dayInShanghai(since));
}
