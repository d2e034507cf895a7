import { MenuOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Layout } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { WORDS } from '../words';
import { LedgerChoiceKeeper, useLedgerChoice } from './ledger-choice';
import { LiveUpdates, useLiveConnection } from './live';
import { isOffered, PAGES } from './page-table';
import { useMe } from './session';
import { TopBar } from './top-bar';

/** The frame around every page: the bar at the top, the menu at the left, and the page. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <LiveUpdates>
      <LedgerChoiceKeeper>
        <FramedPage>{children}</FramedPage>
      </LedgerChoiceKeeper>
    </LiveUpdates>
  );
}

function FramedPage({ children }: { readonly children: ReactNode }): ReactElement {
  const [menuOpen, setMenuOpen] = useState(false);
  const opener = (
    <Button
      className="narrow-only"
      type="text"
      icon={<MenuOutlined aria-hidden />}
      aria-label={WORDS.app.menu}
      onClick={() => setMenuOpen(true)}
    />
  );
  return (
    <Layout className="frame">
      <a className="skip" href="#page">
        {WORDS.app.skip}
      </a>
      <Layout.Header className="frame-top" role="banner">
        <TopBar opener={opener} />
      </Layout.Header>
      <Layout hasSider>
        <nav className="frame-side wide-only" aria-label={WORDS.app.nav}>
          <PageMenu />
        </nav>
        <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={240} title={WORDS.app.nav}>
          <PageMenu onChosen={() => setMenuOpen(false)} />
        </Drawer>
        <Layout.Content className="frame-page" id="page" role="main" tabIndex={-1}>
          <Notices />
          {children}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function PageMenu({ onChosen }: { readonly onChosen?: () => void }): ReactElement {
  const me = useMe();
  const { pathname } = useLocation();
  const section = `/${pathname.split('/')[1] ?? ''}`;
  // A task has no entry of its own: its ledger's entry is marked.
  const current = section === '/tasks' ? '/ledger' : section;
  return (
    <ul className="page-menu">
      {PAGES.filter((page) => page.listed && isOffered(page, me)).map(({ path, word }) => {
        const to = path.replace('/*', '');
        return (
          <li key={to}>
            <Link to={to} aria-current={to === current ? 'page' : undefined} onClick={onChosen}>
              {word}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Notices(): ReactElement {
  const connected = useLiveConnection();
  const { chosen: ledger } = useLedgerChoice();
  const me = useMe();
  return (
    <div aria-live="polite">
      {!connected && <Alert className="notice" type="warning" showIcon title={WORDS.app.offline} />}
      {ledger?.practice === true && <Alert className="notice" type="info" showIcon title={WORDS.app.practiceNotice} />}
      {me.posts.length === 0 && <Alert className="notice" type="info" showIcon title={WORDS.app.noPost} />}
    </div>
  );
}
