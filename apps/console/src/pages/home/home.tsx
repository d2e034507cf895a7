import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Role } from '#domain';
import { useLedgerChoice } from '../../app/ledger-choice';
import { mayAnywhere, rolesOf, useMe } from '../../app/session';
import { PageHead } from '../../parts/page-head';
import { WORDS } from '../../words';
import { HOME_WORDS } from '../../words/home.words';
import { Changes } from './changes';
import { NextSteps } from './next-steps';
import { Standing } from './standing';
import { WaitsList } from './waits-list';
import './home.css';

/** Roles for which tasks never wait: they look at what others do, or keep the program. */
const LOOKING_ON: readonly Role[] = [
  'auditor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];

/** Three questions at once: what waits for me, by when, what do I do now. */
export default function Home(): ReactElement {
  const me = useMe();
  const { chosen } = useLedgerChoice();
  const roles = rolesOf(me);
  return (
    <>
      <PageHead title={HOME_WORDS.title} beside={<span className="quiet">{chosen?.name}</span>} />
      <NextSteps />
      {roles.every((role) => LOOKING_ON.includes(role)) ? <LookingOn /> : <WaitsList />}
      {mayAnywhere(me, 'ledger.summary') && <Standing />}
      <Changes />
    </>
  );
}

/** For whom no task waits: where their own work is. */
function LookingOn(): ReactElement {
  const me = useMe();
  const { pages } = WORDS.app;
  const words = HOME_WORDS.auditor;
  const links = [
    ...(mayAnywhere(me, 'task.list') ? [['/ledger', words.search] as const] : []),
    ...(mayAnywhere(me, 'event.list') ? [['/audit', words.records] as const] : []),
    ...(mayAnywhere(me, 'account.list') ? [['/system', pages.system] as const] : []),
  ];
  return (
    <section className="panel" aria-labelledby="looking-on">
      <h2 id="looking-on">{mayAnywhere(me, 'event.list') ? words.title : HOME_WORDS.noTasks}</h2>
      <p className="counts">
        {links.map(([to, word]) => (
          <Link key={to} to={to}>
            {word}
          </Link>
        ))}
      </p>
    </section>
  );
}
