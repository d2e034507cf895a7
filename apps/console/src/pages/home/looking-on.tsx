import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { mayAnywhere, useMe } from '../../app/session';
import { HOME_WORDS } from '../../words/home.words';
import { SYSTEM_WORDS } from '../../words/system.words';
import { AccountWaits } from './account-waits';
import { RecentRecords } from './recent-records';

/** For whom no task waits: what has happened that they look after, and where their own work is. */
export default function LookingOn(): ReactElement {
  const me = useMe();
  const records = mayAnywhere(me, 'event.list');
  const accounts = mayAnywhere(me, 'account.list');
  return (
    <>
      {accounts && (
        <section className="panel" aria-labelledby="accounts">
          <h2 id="accounts">{HOME_WORDS.accounts.title}</h2>
          <AccountWaits />
          <Places of={accountPlaces(mayAnywhere(me, 'projection.list'))} />
        </section>
      )}
      {records && (
        <section className="panel" aria-labelledby="records">
          <h2 id="records">{HOME_WORDS.auditor.title}</h2>
          <RecentRecords />
          <Places of={recordPlaces(mayAnywhere(me, 'task.list'))} />
        </section>
      )}
      {!accounts && !records && <p className="panel">{HOME_WORDS.noTasks}</p>}
    </>
  );
}

type Place = readonly [to: string, word: string];

function accountPlaces(running: boolean): readonly Place[] {
  const { tabs } = SYSTEM_WORDS;
  return [
    ['/system/people', tabs.people],
    ['/system/units', tabs.units],
    ...(running ? ([['/system/running', tabs.running]] as const) : []),
  ];
}

function recordPlaces(tasks: boolean): readonly Place[] {
  const words = HOME_WORDS.auditor;
  return [...(tasks ? ([['/ledger', words.search]] as const) : []), ['/audit', words.records]];
}

function Places({ of }: { readonly of: readonly Place[] }): ReactElement {
  return (
    <p className="counts home-places">
      {of.map(([to, word]) => (
        <Link key={to} to={to}>
          {word}
        </Link>
      ))}
    </p>
  );
}
