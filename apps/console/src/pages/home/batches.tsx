import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { TASK_ACTS } from '#domain';
import { type HomeRow } from '../../api/answer';
import { mayAnywhere, useMe } from '../../app/session';
import { CHOOSE_ALL } from '../../parts/choose-all';
import { AcceptAll } from '../../task-batch/accept-all';
import { type BatchAct } from '../../task-batch/batch-acts';
import { DecideAll } from '../../task-batch/decide-all';
import { HOME_WORDS } from '../../words/home.words';

/** Kinds of which many are done at once in the ledger's list. */
const IN_LIST: readonly (readonly [kind: HomeRow['kind'], act: BatchAct])[] = [
  ['assign', 'task.assign'],
  ['confirm', 'task.confirm'],
  ['urge', 'task.urge'],
];

interface Props {
  /** How many tasks wait, by kind. */
  readonly tasksOf: (kind: HomeRow['kind']) => number;
  readonly listOf: (kind: HomeRow['kind']) => string;
  readonly ledgerId: string | null;
  readonly onDecline: (taskId: string) => void;
}

/** Many at once: decisions are made and assignments accepted here, with 退件 beside each; what takes a list is chosen in the ledger beforehand. */
export default function Batches({ tasksOf, listOf, ledgerId, onDecline }: Props): ReactElement {
  const me = useMe();
  return (
    <div className="home-batches">
      {mayAnywhere(me, 'task.decide-proposal') && <DecideAll waiting={tasksOf('decide')} ledgerId={ledgerId} />}
      {mayAnywhere(me, 'task.accept') && (
        <AcceptAll waiting={tasksOf('accept')} ledgerId={ledgerId} onAct={onDecline} />
      )}
      {IN_LIST.filter(([kind, act]) => tasksOf(kind) > 1 && mayAnywhere(me, act)).map(([kind, act]) => (
        <Link key={kind} className="wide-only" to={listOf(kind)} state={CHOOSE_ALL}>
          {HOME_WORDS.batch(TASK_ACTS[act].word)}
        </Link>
      ))}
    </div>
  );
}
