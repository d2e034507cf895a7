import { Button } from 'antd';
import { lazy, type ReactElement, Suspense } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { EmptyNote } from '../parts/empty-note';
import { WORDS } from '../words';
import { CrashGuard } from './crash-guard';
import { isOffered, PAGES } from './page-table';
import { mayAnywhere, useMe } from './session';

const StartFirst = lazy(() => import('../pages/start/start-first'));

/** The page that the address names. */
export function Pages(): ReactElement {
  const me = useMe();
  const { pathname } = useLocation();
  return (
    <CrashGuard key={pathname}>
      {pathname === '/' && mayAnywhere(me, 'account.create') && (
        <Suspense fallback={null}>
          <StartFirst />
        </Suspense>
      )}
      <Routes>
        {PAGES.map((page) => (
          <Route
            key={page.path}
            path={page.path}
            element={isOffered(page, me) ? <page.view /> : <NoPage text={WORDS.app.notAllowed} />}
          />
        ))}
        <Route path="*" element={<NoPage text={WORDS.app.notFound} />} />
      </Routes>
    </CrashGuard>
  );
}

function NoPage({ text }: { readonly text: string }): ReactElement {
  return (
    <EmptyNote
      why={text}
      next={
        <Link to="/">
          <Button type="primary">{WORDS.app.home}</Button>
        </Link>
      }
    />
  );
}
