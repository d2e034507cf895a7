import { type ReactElement } from 'react';
import { mayAnywhere, useMe } from '../../app/session';
import { HOME_WORDS } from '../../words/home.words';
import { SYSTEM_WORDS } from '../../words/system.words';
import { AccountWaits } from './account-waits';
import { LoweringWait } from './lowering-wait';
import { Places } from './places';

/** What administrators look after, and what of it waits for a second one; also beside the tasks of who has other posts too. */
export default function AccountsPanel(): ReactElement {
  const me = useMe();
  const { tabs } = SYSTEM_WORDS;
  return (
    <section className="panel" aria-labelledby="accounts">
      <h2 id="accounts">{HOME_WORDS.accounts.title}</h2>
      <LoweringWait />
      <AccountWaits />
      <Places
        of={[
          ['/system/people', tabs.people],
          ['/system/units', tabs.units],
          ...(mayAnywhere(me, 'projection.list') ? ([['/system/running', tabs.running]] as const) : []),
        ]}
      />
    </section>
  );
}
