import { rawEventsSchema, readTaskEventsParameters } from '#contracts';
import { defineQuery } from '../queries/define-query';
import { checkInSight } from './task-in-sight';

/**
 * A page of a task's events exactly as the log holds them: read from the log itself, so that the seal can be checked.
 * @throws TaizhangError TASK.UNKNOWN
 */
export const readTaskEvents = defineQuery({
  operation: 'task.events',
  path: 'tasks/:taskId/events',
  summary: '一项任务的原始事件',
  parameters: readTaskEventsParameters,
  answer: rawEventsSchema,
  reads: ['tasks'],
  async handle(models, { taskId, limit, cursor = 0 }, context) {
    await models.snapshot((at) => checkInSight(at, taskId, context.sights));
    const stored = await models.store.readStream(`task-${taskId}`, cursor, limit + 1);
    return {
      position: await models.store.head(),
      events: stored.slice(0, limit).map((event) => ({ ...event, metadata: event.metadata, data: event.data })),
      next: stored[limit]?.revision ?? null,
    };
  },
});
