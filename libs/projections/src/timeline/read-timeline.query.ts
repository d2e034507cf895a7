import { sql } from 'kysely';
import { z } from 'zod';
import { readTimelineParameters, timelineSchema } from '#contracts';
import { defineQuery } from '../queries/define-query';
import { asOf, unitNames } from '../queries/read-models';
import { checkInSight } from '../tasks/task-in-sight';
import { namedChildren } from './named-children';
import { passwordResets } from './password-resets';
import { namedFiles } from './seen-files';
import { accountsIn, ENTRY_COLUMNS, storedEntrySchema, toEntry, unitsIn } from './timeline-rows';

const found = z.array(storedEntrySchema);

/** A page of a task's course, newest first unless asked otherwise. @throws TaizhangError TASK.UNKNOWN */
export const readTimeline = defineQuery({
  operation: 'task.timeline',
  path: 'tasks/:taskId/timeline',
  summary: '一项任务的经过',
  parameters: readTimelineParameters,
  answer: timelineSchema,
  reads: ['timeline', 'tasks', 'units', 'ledgers'],
  handle(models, { taskId, order, limit, cursor }, context) {
    // The stream's own events: what happened to its closing number is the series' story.
    const own = sql`e.task_id = ${taskId}::uuid and e.category = 'task'`;
    const newest = order === 'newest';
    const from =
      cursor === undefined ? sql`true` : newest ? sql`e.revision <= ${cursor}` : sql`e.revision >= ${cursor}`;
    return models.snapshot(async (at) => {
      await checkInSight(at, taskId, context.sights);
      const count = await sql<{ total: number }>`
        select count(*)::integer as total from projection_timeline.entry e where ${own}`.execute(at);
      const page = await sql`
        select ${ENTRY_COLUMNS} from projection_timeline.entry e where ${own} and ${from}
        order by e.position ${newest ? sql`desc` : sql`asc`} limit ${limit + 1}`.execute(at);
      const rows = found.parse(page.rows);
      const shown = rows.slice(0, limit);
      const units = await unitNames(at, shown.flatMap(unitsIn));
      const children = await namedChildren(at, shown);
      const people = await models.peopleNamed(shown.flatMap(accountsIn));
      const files = await namedFiles(
        at,
        shown.map(({ data }) => ({ taskId, data })),
      );
      const resets = await passwordResets(at, shown);
      return {
        position: await asOf(at, 'timeline'),
        total: count.rows[0]?.total ?? 0,
        entries: shown.map((row) => toEntry(row, { units, children, people, resets, files: files(taskId) })),
        next: rows[limit]?.revision ?? null,
      };
    });
  },
});
