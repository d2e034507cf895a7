import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ProjectionList } from '#contracts';
import { comparePositions, CONTINUITY } from '#event-store';
import { readCheckpoints } from '../runtime/checkpoint';
import { ListProjections } from './queries';
import { ReadModels } from './read-models';

/** How far each read model goes, and why one stands still. */
@QueryHandler(ListProjections)
export class ListProjectionsHandler implements IQueryHandler<ListProjections> {
  constructor(private readonly models: ReadModels) {}

  async execute(_query: ListProjections): Promise<ProjectionList> {
    // The log's end first: what is added meanwhile then makes nobody look as if behind.
    const position = await this.models.logEnd();
    // Tables that were made from another past show what this log does not hold, however far they go.
    const isOfThisLog = this.models.store.writing.stoppedBy(CONTINUITY) === null;
    const checkpoints = await readCheckpoints(this.models.pool);
    return {
      position,
      projections: [...checkpoints.values()].map(({ name, version, place, stopped }) => {
        const reached = place?.position ?? null;
        const level = isOfThisLog && comparePositions(reached, position) >= 0;
        return { name, version, position: reached, level, stopped };
      }),
    };
  }
}
