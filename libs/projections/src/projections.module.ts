import { type DynamicModule, Module } from '@nestjs/common';
import { type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { type AccountNames } from './queries/account-names';
import { ModelQueryHandler } from './queries/model-query';
import { ReadModels } from './queries/read-models';

/** What the queries stand on. */
export interface ProjectionsOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly accounts: AccountNames;
}

/** Answers every query of `QUERIES` on the QueryBus of the application (from its CqrsModule, which this module does not bring). */
@Module({})
export class ProjectionsModule {
  /** Builds the module on a log, a database and whoever knows how people are called. */
  static on({ store, pool, accounts }: ProjectionsOptions): DynamicModule {
    return {
      module: ProjectionsModule,
      providers: [{ provide: ReadModels, useFactory: () => new ReadModels(store, pool, accounts) }, ModelQueryHandler],
      exports: [ReadModels],
    };
  }
}
