import { type DynamicModule, Module } from '@nestjs/common';
import { type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { ListEventsHandler } from './queries/list-events.handler';
import { ListLedgersHandler } from './queries/list-ledgers.handler';
import { ListPostsHandler } from './queries/list-posts.handler';
import { ListProjectionsHandler } from './queries/list-projections.handler';
import { ListTasksHandler } from './queries/list-tasks.handler';
import { ListUnitsHandler } from './queries/list-units.handler';
import { ReadImportHandler } from './queries/read-import.handler';
import { ReadInboxHandler } from './queries/read-inbox.handler';
import { ReadLedgerSummaryHandler } from './queries/read-ledger-summary.handler';
import { ReadModels } from './queries/read-models';
import { ReadTaskEventsHandler } from './queries/read-task-events.handler';
import { ReadTaskHandler } from './queries/read-task.handler';
import { ReadTimelineHandler } from './queries/read-timeline.handler';

/** What the queries stand on. */
export interface ProjectionsOptions {
  readonly store: EventStore;
  readonly pool: Pool;
}

/** The handler of every query, for the QueryBus of the application (from its CqrsModule, which this module does not bring). */
@Module({})
export class ProjectionsModule {
  /** Builds the module on a log and a database. */
  static on({ store, pool }: ProjectionsOptions): DynamicModule {
    return {
      module: ProjectionsModule,
      providers: [
        { provide: ReadModels, useFactory: () => new ReadModels(store, pool) },
        ListEventsHandler,
        ListLedgersHandler,
        ListPostsHandler,
        ListProjectionsHandler,
        ListTasksHandler,
        ListUnitsHandler,
        ReadImportHandler,
        ReadInboxHandler,
        ReadLedgerSummaryHandler,
        ReadTaskEventsHandler,
        ReadTaskHandler,
        ReadTimelineHandler,
      ],
      exports: [ReadModels],
    };
  }
}
