import { type ReactElement } from 'react';
import { mayAnywhere, useMe } from '../../app/session';
import { HOME_WORDS } from '../../words/home.words';
import AccountsPanel from './accounts-panel';
import { type Place, Places } from './places';
import { RecentRecords } from './recent-records';

/** For whom no task waits: what has happened that they look after, and where their own work is. */
export default function LookingOn(): ReactElement {
  const me = useMe();
  const records = mayAnywhere(me, 'event.list');
  const accounts = mayAnywhere(me, 'account.list');
  return (
    <>
      {accounts && <AccountsPanel />}
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

function recordPlaces(tasks: boolean): readonly Place[] {
  const words = HOME_WORDS.auditor;
  return [...(tasks ? ([['/ledger', words.search]] as const) : []), ['/audit', words.records]];
}
