import { Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { mayAnywhere, useMe } from '../../../app/session';
import { SlipPanel } from '../../../people/slip-panel';
import { type Slip } from '../../../people/slip';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { AccountActs } from './account-acts';
import { type ListedAccount, stateOf } from './account-list';
import { GrantForm } from './grant-form';
import { PostLines } from './post-lines';
import { StateWord } from './state-word';

const words = SYSTEM_WORDS.people;

interface Props {
  /** Null: closed. */
  readonly listed: ListedAccount | null;
  /** Everybody who has an account. */
  readonly all: readonly ListedAccount[];
  readonly onClose: () => void;
}

/** One person: posts to grant and revoke, and what is done with the account. */
export function AccountDrawer({ listed, all, onClose }: Props): ReactElement {
  return (
    <Drawer
      open={listed !== null}
      onClose={onClose}
      size={560}
      title={listed?.account.displayName ?? ''}
      destroyOnHidden
    >
      {listed !== null && <Person key={listed.account.accountId} listed={listed} all={all} />}
    </Drawer>
  );
}

function Person({
  listed,
  all,
}: {
  readonly listed: ListedAccount;
  readonly all: readonly ListedAccount[];
}): ReactElement {
  const me = useMe();
  const [slip, setSlip] = useState<Slip | null>(null);
  const { account } = listed;
  const mayGrant = mayAnywhere(me, 'account.grant-post');
  return (
    <>
      <p>
        {account.loginName}
        {account.accountId === me.accountId && words.yourself} <StateWord state={stateOf(account)} />
        {account.locked && <span className="quiet"> {words.lockedWhy}</span>}
      </p>
      <section className="drawer-part">
        <h2>{words.posts}</h2>
        <PostLines listed={listed} />
        {!mayGrant && <p className="quiet">{words.mayNotPosts}</p>}
      </section>
      {mayGrant && (
        <section className="drawer-part">
          <h2>{words.grant}</h2>
          <GrantForm listed={listed} all={all} />
        </section>
      )}
      <section className="drawer-part">
        <h2>{words.account}</h2>
        <AccountActs listed={listed} all={all} onSlip={setSlip} />
        {slip !== null && <SlipPanel slips={[slip]} onDone={() => setSlip(null)} />}
      </section>
    </>
  );
}
