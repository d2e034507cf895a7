import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { useMe } from '../../../app/session';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type ListedAccount } from './account-list';
import { standingOf } from './administrator-standing';

const words = SYSTEM_WORDS.people;

/** What an administrator must know while the office has only one: what they grant takes effect alone, and their posts are to be handed on. */
export function AdministratorNotes({ all }: { readonly all: readonly ListedAccount[] }): ReactElement | null {
  const me = useMe();
  const { only, both } = standingOf(all, me.accountId);
  if (!only && !both) return null;
  return (
    <>
      {only && <Alert className="notice" type="warning" showIcon title={words.onlyOne} />}
      {both && <Alert className="notice" type="info" showIcon title={words.handOn} />}
    </>
  );
}
