import { BellOutlined, UserOutlined } from '@ant-design/icons';
import { Badge, Button, Dropdown, Input, Select } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { WORDS } from '../words';
import { useLedgerChoice } from './ledger-choice';
import { mayAnywhere, rolesOf, useMe } from './session';
import { useSignOut } from './sign-out';
import { useUnread } from './unread';

const ALL = 'all';

/** Which ledger, search, what is new, who I am. */
export function TopBar({ opener }: { readonly opener: ReactNode }): ReactElement {
  const me = useMe();
  return (
    <>
      {opener}
      <LedgerSwitcher />
      {mayAnywhere(me, 'task.list') && <TaskSearch />}
      <span className="spring" />
      <InboxLink />
      <MyMenu />
    </>
  );
}

function LedgerSwitcher(): ReactElement {
  const { ledgers, chosen, choose } = useLedgerChoice();
  const options = [
    { value: ALL, label: WORDS.app.allLedgers },
    ...ledgers.map(({ ledgerId, name, practice }) => ({
      value: ledgerId,
      label: practice ? `${name}（${WORDS.terms.practice}）` : name,
    })),
  ];
  return (
    <Select
      className="ledger-switcher"
      aria-label={WORDS.terms.ledger}
      value={chosen?.ledgerId ?? ALL}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(value) => choose(value === ALL ? null : value)}
    />
  );
}

function TaskSearch(): ReactElement {
  const go = useNavigate();
  return (
    <Input.Search
      className="task-search wide-only"
      aria-label={WORDS.app.search}
      placeholder={WORDS.app.searchHint}
      allowClear
      onSearch={(text) => void go(text.trim() === '' ? '/ledger' : `/ledger?text=${encodeURIComponent(text.trim())}`)}
    />
  );
}

function InboxLink(): ReactElement {
  const go = useNavigate();
  const unread = useUnread();
  return (
    <Badge count={unread} size="small" offset={[-10, 9]}>
      <Button
        type="text"
        icon={<BellOutlined aria-hidden />}
        aria-label={`${WORDS.app.pages.inbox}，${WORDS.app.unread(unread)}`}
        onClick={() => void go('/inbox')}
      />
    </Badge>
  );
}

function MyMenu(): ReactElement {
  const me = useMe();
  const go = useNavigate();
  const signOut = useSignOut();
  const unit = me.posts[0]?.unitName;
  const roles = rolesOf(me)
    .map((role) => WORDS.terms.roles[role])
    .join(WORDS.parts.and);
  const items = [
    { key: 'who', label: [unit, roles].filter(Boolean).join(' '), disabled: true },
    { key: 'account', label: WORDS.app.account, onClick: () => void go('/account') },
    { key: 'out', label: WORDS.app.signOut, onClick: signOut },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined aria-hidden />} className="my-menu">
        {me.displayName}
      </Button>
    </Dropdown>
  );
}
