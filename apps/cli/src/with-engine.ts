import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EngineModule } from '#engine';
import { NestLogger } from '#platform';
import { type Foundation } from '#runtime';

/** Does something with an engine on a foundation; its reactions are not started. */
export async function withEngine<Result>(
  { store, pool, clock, logger }: Foundation,
  work: (engine: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const app = await NestFactory.createApplicationContext(EngineModule.on({ store, pool, clock, logger }), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
