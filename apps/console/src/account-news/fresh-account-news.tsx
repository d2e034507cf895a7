import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { SYSTEM_WORDS } from '../words/system.words';
import { WORDS } from '../words';
import { AccountNewsLines } from './account-news-lines';
import { newsAfter, useAccountNews } from '../app/account-news';

/** What others did to one's own account since one last looked at the notices: told on the home and with them, until they are looked at. */
export function FreshAccountNews({ seenUpTo }: { readonly seenUpTo: string | null }): ReactElement | null {
  const fresh = newsAfter(useAccountNews(), seenUpTo);
  if (fresh.length === 0) return null;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={SYSTEM_WORDS.account.freshNews}
      description={
        <>
          <AccountNewsLines entries={fresh} />
          <Link to="/account">{WORDS.app.account}</Link>
        </>
      }
    />
  );
}
