import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { type Operation } from '#domain';
import { type Me } from '../api/answer';
import { WORDS } from '../words';
import { mayAnywhere } from './session';

/** A page of the console. Each is loaded when it is first opened. */
export interface Page {
  readonly path: string;
  readonly word: string;
  readonly view: LazyExoticComponent<ComponentType>;
  /** In the side menu. */
  readonly listed: boolean;
  /** Offered to whom one of these operations is permitted; empty: to everybody. */
  readonly needs: readonly Operation[];
}

const { pages } = WORDS.app;

/** Every page there is, in the order of the menu. */
export const PAGES: readonly Page[] = [
  { path: '/', word: pages.home, view: lazy(() => import('../pages/home/home')), listed: true, needs: [] },
  {
    path: '/ledger',
    word: pages.ledger,
    view: lazy(() => import('../pages/ledger/ledger')),
    listed: true,
    needs: ['task.list'],
  },
  {
    path: '/tasks/:taskId',
    word: pages.task,
    view: lazy(() => import('../pages/task/task')),
    listed: false,
    needs: ['task.read'],
  },
  { path: '/inbox', word: pages.inbox, view: lazy(() => import('../pages/inbox/inbox')), listed: true, needs: [] },
  {
    path: '/import',
    word: pages.import,
    view: lazy(() => import('../pages/import/import')),
    listed: true,
    needs: ['ledger.import'],
  },
  {
    path: '/audit/*',
    word: pages.audit,
    view: lazy(() => import('../pages/audit/audit')),
    listed: true,
    needs: ['event.list'],
  },
  {
    path: '/system/*',
    word: pages.system,
    view: lazy(() => import('../pages/system/system')),
    listed: true,
    needs: ['account.list', 'projection.list', 'unit.create'],
  },
  {
    path: '/start',
    word: pages.start,
    view: lazy(() => import('../pages/start/start')),
    listed: false,
    needs: ['account.create'],
  },
  {
    path: '/account',
    word: WORDS.app.account,
    view: lazy(() => import('../pages/account/account')),
    listed: false,
    needs: [],
  },
];

/** Whether a page is offered to a person. */
export function isOffered({ needs }: Page, me: Me): boolean {
  return needs.length === 0 || needs.some((operation) => mayAnywhere(me, operation));
}
