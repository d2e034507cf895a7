import { type ReactElement } from 'react';
import { mayAnywhere, useMe } from '../../app/session';
import { useLedgerChoice } from '../../app/ledger-choice';
import { PageHead } from '../../parts/page-head';
import { HOME_WORDS } from '../../words/home.words';
import { Changes } from './changes';
import { NextSteps } from './next-steps';
import { Standing } from './standing';
import { Waiting } from './waiting';
import './home.css';

/** Three questions at once: what waits for me, by when, what do I do now. */
export default function Home(): ReactElement {
  const me = useMe();
  const { chosen } = useLedgerChoice();
  return (
    <>
      <PageHead title={HOME_WORDS.title} beside={<span className="quiet">{chosen?.name}</span>} />
      <NextSteps />
      <Waiting />
      {mayAnywhere(me, 'ledger.summary') && <Standing />}
      <Changes />
    </>
  );
}
