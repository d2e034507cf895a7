import { type QueryClient } from '@tanstack/react-query';
import { type ComponentType } from 'react';
import { type Operation } from '#domain';
import { type Me } from '../api/answer';
import { askForRows } from '../pages/ledger/use-ledger-rows';
import { WORDS } from '../words';
import { mayAnywhere } from './session';
import { whenLoaded } from './when-loaded';

/** A page of the console. Each is loaded when it is first opened. */
export interface Page {
  readonly path: string;
  readonly word: string;
  readonly view: ComponentType;
  /** Fetches the page's script before it is shown. */
  readonly load: () => Promise<unknown>;
  /** Asks for what the page at an address will show, before it stands. What goes wrong is told by the page, which asks again. */
  readonly ask?: (queries: QueryClient, address: URLSearchParams) => Promise<unknown>;
  /** In the side menu. */
  readonly listed: boolean;
  /** Offered to whom one of these operations is permitted; empty: to everybody. */
  readonly needs: readonly Operation[];
}

const { pages } = WORDS.app;

function shown(load: () => Promise<{ readonly default: ComponentType }>): Pick<Page, 'view' | 'load'> {
  return { view: whenLoaded(load), load };
}

/** Every page there is, in the order of the menu. */
export const PAGES: readonly Page[] = [
  { path: '/', word: pages.home, ...shown(() => import('../pages/home/home')), listed: true, needs: [] },
  {
    path: '/ledger',
    word: pages.ledger,
    ...shown(() => import('../pages/ledger/ledger')),
    ask: askForRows,
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
    path: '/supervision',
    word: pages.supervision,
    ...shown(() => import('../pages/supervision/supervision')),
    listed: true,
    needs: ['delay.list'],
  },
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

/** True when a page is offered to a person. */
export function isOffered({ needs }: Page, me: Me): boolean {
  return needs.length === 0 || needs.some((operation) => mayAnywhere(me, operation));
}
