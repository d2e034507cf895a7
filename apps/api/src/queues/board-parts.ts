import {
  type AppControllerRoute,
  type AppViewRoute,
  type BullBoardQueues,
  type IServerAdapter,
  type UIConfig,
} from '@bull-board/api/typings/app';

/**
 * Collects what bull-board brings, so that it can be served our way: behind our sign-in, with nothing from elsewhere, and its
 * readings only.
 */
export class BoardParts implements IServerAdapter {
  queues: BullBoardQueues = new Map();
  viewsPath = '';
  staticPath = '';
  uiConfig: UIConfig = {};
  entry: AppViewRoute | undefined;
  routes: readonly AppControllerRoute[] = [];

  setQueues(queues: BullBoardQueues): this {
    this.queues = queues;
    return this;
  }

  setViewsPath(path: string): this {
    this.viewsPath = path;
    return this;
  }

  setStaticPath(_route: string, path: string): this {
    this.staticPath = path;
    return this;
  }

  setUIConfig(config: UIConfig): this {
    this.uiConfig = config;
    return this;
  }

  setEntryRoute(route: AppViewRoute): this {
    this.entry = route;
    return this;
  }

  /** Only what reads: the queue refills itself and is nobody's to change by hand. */
  setApiRoutes(routes: AppControllerRoute[]): this {
    this.routes = routes.filter(({ method }) => method === 'get');
    return this;
  }

  /** Errors are answered as everywhere. */
  setErrorHandler(): this {
    return this;
  }
}
