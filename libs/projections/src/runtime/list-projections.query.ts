import { listProjectionsParameters, projectionListSchema } from '#contracts';
import { comparePositions, CONTINUITY } from '#event-store';
import { defineQuery } from '../queries/define-query';
import { readCheckpoints } from './checkpoint';

/** How far each read model goes, and why one stands still. */
export const listProjections = defineQuery({
  operation: 'projection.list',
  path: 'projections',
  summary: '读模型的进度',
  parameters: listProjectionsParameters,
  answer: projectionListSchema,
  reads: [],
  async handle(models) {
    // The log's end first: what is added meanwhile then makes nobody look as if behind.
    const position = await models.logEnd();
    // Tables that were made from another past show what this log does not hold, however far they go.
    const isOfThisLog = models.store.writing.stoppedBy(CONTINUITY) === null;
    const checkpoints = await readCheckpoints(models.pool);
    return {
      position,
      projections: [...checkpoints.values()].map(({ name, version, place, stopped }) => {
        const reached = place?.position ?? null;
        const level = isOfThisLog && comparePositions(reached, position) >= 0;
        return { name, version, position: reached, level, stopped };
      }),
    };
  },
});
