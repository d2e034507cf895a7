import { type DynamicModule } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openQueueView } from '#deadlines';
import { ReadModels } from '#projections';
import { type ProcessCore } from '#runtime';
import { ApiModule } from './api.module';
import { callerResolverOn } from './auth/caller-resolver';
import { PostRegister } from './auth/post-register';
import { consoleFolder } from './console/console-files';
import { HealthModule } from './health.module';
import { createHttpApp, type HttpOptions } from './http-app';

/**
 * Opens the API, with the console and the page of the queues, which shows them whichever process works them.
 * @returns the application, which also hosts the engine; not listening yet
 */
export function openApi(core: ProcessCore): Promise<NestFastifyApplication> {
  const { identity, store, pool, database, config, logger } = core.foundation;
  const posts = new PostRegister({
    pool,
    models: new ReadModels(store, pool, identity.accounts),
    projections: core.projections,
  });
  const callers = callerResolverOn(identity, posts);
  const queue = { databaseUrl: database.appUrl, redisUrl: config.redisUrl, logger };
  return open(core, ApiModule.on(core, callers), {
    consoleFolder: consoleFolder(),
    callers,
    openQueueView: () => openQueueView(queue),
  });
}

/**
 * Opens the pages of a process that has no API: whether it lives, whether it works, and its figures.
 * @returns the application, which also hosts the engine; not listening yet
 */
export function openHealthPages(core: ProcessCore): Promise<NestFastifyApplication> {
  return open(core, HealthModule.on([core.engine], core.health, core.metrics), {});
}

async function open(
  { foundation }: ProcessCore,
  module: DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const app = await createHttpApp(module, foundation.logger, options);
  await app.init();
  return app;
}
