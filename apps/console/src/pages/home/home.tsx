import { lazy, type ReactElement, Suspense } from 'react';
import { type Role } from '#domain';
import { useLedgerChoice } from '../../app/ledger-choice';
import { mayAnywhere, rolesOf, useMe } from '../../app/session';
import { PageLoading } from '../../parts/page-loading';
import { PageHead } from '../../parts/page-head';
import { HOME_WORDS } from '../../words/home.words';
import { Changes } from './changes';
import { NextSteps } from './next-steps';
import { Standing } from './standing';
import { WaitsList } from './waits-list';
import './home.css';

/** Few people look on, and it brings the words of records and settings along. */
const LookingOn = lazy(() => import('./looking-on'));

/** Administrators alone see it, whatever else they do. */
const AccountsPanel = lazy(() => import('./accounts-panel'));

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
      {roles.every((role) => LOOKING_ON.includes(role)) ? (
        <Suspense fallback={<PageLoading />}>
          <LookingOn />
        </Suspense>
      ) : (
        <>
          <WaitsList />
          {mayAnywhere(me, 'account.decide-proposal') && (
            <Suspense fallback={<PageLoading />}>
              <AccountsPanel />
            </Suspense>
          )}
        </>
      )}
      {mayAnywhere(me, 'ledger.summary') && <Standing />}
      <Changes />
    </>
  );
}
