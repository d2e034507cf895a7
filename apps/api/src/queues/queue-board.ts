import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import fastifyStatic from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type QueueView } from '#deadlines';
import { refuseInitialPassword } from '../auth/caller';
import { type CallerResolver } from '../auth/caller-resolver';
import { PermissionCheck } from '../auth/permission-check';
import { type ErrorFilter } from '../errors/error.filter';
import { boardPage } from './board-page';
import { BoardParts } from './board-parts';
import { QueueWindow } from './queue-window';

/** Where the page stands. */
export const QUEUES_PATH = '/api/system/queues';

/** What the page of the queues is made of. */
export interface QueueBoardOptions {
  readonly callers: CallerResolver;
  readonly errors: ErrorFilter;
  /** Opens the queue for looking at it; asked at the first look, and again after a failure. */
  readonly openView: () => Promise<QueueView>;
}

/** How the queue of nudges is shown: what stands in it comes back by itself, so nothing is to be done here. */
const SHOWN = {
  readOnlyMode: true,
  allowRetries: false,
  displayName: '到期提醒',
  description: '到点提醒后台处理到期事项，内容可随时由时限重建',
};

const queryOf = z.record(z.string(), z.unknown());
const paramsOf = z.record(z.string(), z.string());

/**
 * Serves bull-board, in Chinese and for reading only, to system administrators. Its files come from here, and it stays closed to
 * everybody else, its scripts and pictures too.
 */
export async function serveQueueBoard(app: NestFastifyApplication, options: QueueBoardOptions): Promise<void> {
  const { callers, errors, openView } = options;
  const parts = new BoardParts();
  const board = createBullBoard({
    queues: [],
    serverAdapter: parts,
    options: { uiConfig: { boardTitle: '任务队列', locale: { lng: 'zh-CN' }, hideDocsLink: true } },
  });
  const permissions = new PermissionCheck(callers);
  const window = new QueueWindow(openView, ({ queue }) => board.replaceQueues([new BullMQAdapter(queue, SHOWN)]));
  const serve = async (scope: FastifyInstance): Promise<void> => {
    scope.addHook('onRequest', (request) => letIn(callers, permissions, request));
    scope.addHook('onClose', () => window.close());
    scope.setErrorHandler((error, request, reply) => errors.answer(error, request, reply));
    await scope.register(fastifyStatic, {
      root: parts.staticPath,
      prefix: '/static/',
      decorateReply: false,
      index: false,
    });
    servePages(scope, parts);
    serveReadings(scope, parts, window);
  };
  await app.register(serve, { prefix: QUEUES_PATH });
}

/** The page asks by itself every few seconds: only opening it counts as use of the session. */
async function letIn(callers: CallerResolver, permissions: PermissionCheck, request: FastifyRequest): Promise<void> {
  const byItself = request.url.startsWith(`${QUEUES_PATH}/api/`);
  const caller = await callers.resolve(request, !byItself);
  refuseInitialPassword(caller);
  await permissions.require(caller, 'queue.read');
}

function servePages(scope: FastifyInstance, { entry, uiConfig, viewsPath }: BoardParts): void {
  if (!entry) throw new Error('bull-board has no page');
  const { name, params } = entry.handler({ basePath: QUEUES_PATH, uiConfig });
  for (const path of [entry.route].flat()) {
    scope.get(path, async (_request, reply) => {
      const template = await readFile(join(viewsPath, name), 'utf8');
      void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      return boardPage(template, params);
    });
  }
}

function serveReadings(scope: FastifyInstance, { routes, queues, uiConfig }: BoardParts, window: QueueWindow): void {
  for (const reading of routes) {
    for (const path of [reading.route].flat()) {
      scope.get(path, async (request, reply) => {
        const asked = {
          queues,
          uiConfig,
          params: paramsOf.parse(request.params),
          query: queryOf.parse(request.query),
          body: {},
          headers: {},
        };
        const answer = await window.look(() => Promise.resolve(reading.handler(asked)));
        return reply.status(answer.status ?? 200).send(answer.body);
      });
    }
  }
}
