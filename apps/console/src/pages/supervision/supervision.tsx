import { type ReactElement } from 'react';
import { useActSheet } from '../../acts/use-act-sheet';
import { mayAnywhere, useMe } from '../../app/session';
import { PageHead } from '../../parts/page-head';
import { SUPERVISION_WORDS } from '../../words/supervision.words';
import { LateTasks } from './late-tasks';
import { ToDecide } from './to-decide';
import './supervision.css';

/** What waits for my decision; then who is late, on which rung of the ladder, who was told of it and who has read it. */
export default function Supervision(): ReactElement {
  const me = useMe();
  const { openAct, sheet } = useActSheet();
  return (
    <>
      <PageHead title={SUPERVISION_WORDS.title} />
      {mayAnywhere(me, 'task.decide-proposal') && <ToDecide onAct={openAct} />}
      <LateTasks onAct={openAct} />
      {sheet}
    </>
  );
}
