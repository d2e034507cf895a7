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
  /** Fetches the page's script before it is shown. */
  readonly load: () => Promise<unknown>;
  /** In the side menu. */
  readonly listed: boolean;
  /** Offered to whom one of these operations is permitted; empty: to everybody. */
  readonly needs: readonly Operation[];
}

const { pages } = WORDS.app;

function shown(load: () => Promise<{ readonly default: ComponentType }>): Pick<Page, 'view' | 'load'> {
  return { view: lazy(load), load };
}

/** Every page there is, in the order of the menu. */
export const PAGES: readonly Page[] = [
  { path: '/', word: pages.home, ...shown(() => import('../pages/home/home')), listed: true, needs: [] },
  {
    path: '/ledger',
    word: pages.ledger,
    ...shown(() => import('../pages/ledger/ledger')),
    listed: true,
    needs: ['task.list'],
  },
  {
    path: '/tasks/:taskId',
    word: pages.task,
    ...shown(() => import('../pages/task/task')),
    listed: false,
    needs: ['task.read'],
  },
  { path: '/inbox', word: pages.inbox, ...shown(() => import('../pages/inbox/inbox')), listed: true, needs: [] },
  {
    path: '/import',
    word: pages.import,
    ...shown(() => import('../pages/import/import')),
    listed: true,
    needs: ['ledger.import'],
  },
  {
    path: '/audit/*',
    word: pages.audit,
    ...shown(() => import('../pages/audit/audit')),
    listed: true,
    needs: ['event.list'],
  },
  {
    path: '/system/*',
    word: pages.system,
    ...shown(() => import('../pages/system/system')),
    listed: true,
    needs: ['account.list', 'projection.list', 'unit.create'],
  },
  {
    path: '/start',
    word: pages.start,
    ...shown(() => import('../pages/start/start')),
    listed: false,
    needs: ['account.create'],
  },
  {
    path: '/account',
    word: WORDS.app.account,
    ...shown(() => import('../pages/account/account')),
    listed: false,
    needs: [],
  },
];

/** Whether a page is offered to a person. */
export function isOffered({ needs }: Page, me: Me): boolean {
  return needs.length === 0 || needs.some((operation) => mayAnywhere(me, operation));
}
