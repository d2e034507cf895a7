import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NestLogger } from '#platform';
import { engineOn, type Foundation } from '#runtime';

/** Does something with an engine on a foundation; its reactions are not started. */
export async function withEngine<Result>(
  foundation: Foundation,
  work: (engine: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const app = await NestFactory.createApplicationContext(engineOn(foundation), {
    logger: new NestLogger(foundation.logger),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
