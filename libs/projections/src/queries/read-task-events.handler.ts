import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type RawEvents } from '#contracts';
import { ReadTaskEvents } from './queries';
import { ReadModels } from './read-models';
import { checkInSight } from './task-in-sight';

/** A page of a task's events exactly as the log holds them: read from the log itself, so that the seal can be checked. */
@QueryHandler(ReadTaskEvents)
export class ReadTaskEventsHandler implements IQueryHandler<ReadTaskEvents> {
  constructor(private readonly models: ReadModels) {}

  async execute({ parameters: { taskId, limit, cursor = 0 }, context }: ReadTaskEvents): Promise<RawEvents> {
    await this.models.snapshot((at) => checkInSight(at, taskId, context.sights));
    const stored = await this.models.store.readStream(`task-${taskId}`, cursor, limit + 1);
    return {
      position: await this.models.store.head(),
      events: stored.slice(0, limit).map((event) => ({ ...event, metadata: event.metadata, data: event.data })),
      next: stored[limit]?.revision ?? null,
    };
  }
}
