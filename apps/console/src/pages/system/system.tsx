import { type ComponentType, lazy, type LazyExoticComponent, type ReactElement, Suspense } from 'react';
import { Link, Navigate, NavLink, Route, Routes } from 'react-router';
import { type Operation } from '#domain';
import { mayAnywhere, useMe } from '../../app/session';
import { EmptyNote } from '../../parts/empty-note';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { WORDS } from '../../words';
import { SYSTEM_WORDS } from '../../words/system.words';
import '../../parts/card-table.css';
import './system.css';

interface SystemPage {
  readonly path: string;
  readonly word: string;
  readonly needs: readonly Operation[];
  readonly view: LazyExoticComponent<ComponentType>;
}

const words = SYSTEM_WORDS.tabs;

const SYSTEM_PAGES: readonly SystemPage[] = [
  { path: 'people', word: words.people, needs: ['account.list'], view: lazy(() => import('./people/people-page')) },
  {
    path: 'units',
    word: words.units,
    needs: ['unit.create', 'account.list'],
    view: lazy(() => import('./units/units-page')),
  },
  {
    path: 'unit-lists',
    word: words.unitLists,
    needs: ['unit-list.list'],
    view: lazy(() => import('./unit-lists/unit-lists-page')),
  },
  {
    path: 'calendar',
    word: words.calendar,
    needs: ['calendar.publish', 'unit.create', 'account.list'],
    view: lazy(() => import('./calendar-page')),
  },
  // Whoever is judged by the rules may read them.
  { path: 'rules', word: words.rules, needs: ['policy.list'], view: lazy(() => import('./rules/rules-page')) },
  {
    path: 'running',
    word: words.running,
    needs: ['projection.list'],
    view: lazy(() => import('./running/running-page')),
  },
];

/** Who, which units, which working days, and how it runs: each page for those who may open it. */
export default function System(): ReactElement {
  const me = useMe();
  const offered = SYSTEM_PAGES.filter(({ needs }) => needs.some((operation) => mayAnywhere(me, operation)));
  const [first] = offered;
  return (
    <>
      <PageHead title={WORDS.app.pages.system}>
        {mayAnywhere(me, 'account.create') && <Link to="/start">{words.start}</Link>}
      </PageHead>
      <nav className="tab-links no-print" aria-label={words.label}>
        {offered.map(({ path, word }) => (
          <NavLink key={path} to={`/system/${path}`}>
            {word}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={<PageLoading />}>
        <Routes>
          {offered.map(({ path, view: View }) => (
            <Route key={path} path={path} element={<View />} />
          ))}
          <Route
            path="*"
            element={
              first ? <Navigate to={`/system/${first.path}`} replace /> : <EmptyNote why={WORDS.app.notAllowed} />
            }
          />
        </Routes>
      </Suspense>
    </>
  );
}
