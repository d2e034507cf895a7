import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Timeline } from '#contracts';
import { ReadTimeline } from './queries';
import { asOf, ReadModels, unitNames } from './read-models';
import { checkInSight } from './task-in-sight';
import { ENTRY_COLUMNS, storedEntrySchema, toEntry, unitsIn } from './timeline-rows';

const found = z.array(storedEntrySchema);

/** A page of a task's course, newest first unless asked otherwise. */
@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters: { taskId, order, limit, cursor }, context }: ReadTimeline): Promise<Timeline> {
    // The stream's own events: what happened to its closing number is the series' story.
    const own = sql`e.task_id = ${taskId}::uuid and e.category = 'task'`;
    const newest = order === 'newest';
    const from =
      cursor === undefined ? sql`true` : newest ? sql`e.revision <= ${cursor}` : sql`e.revision >= ${cursor}`;
    return this.models.snapshot(async (at) => {
      await checkInSight(at, taskId, context.sights);
      const count = await sql<{ total: number }>`
        select count(*)::integer as total from projection_timeline.entry e where ${own}`.execute(at);
      const page = await sql`
        select ${ENTRY_COLUMNS} from projection_timeline.entry e where ${own} and ${from}
        order by e.position ${newest ? sql`desc` : sql`asc`} limit ${limit + 1}`.execute(at);
      const rows = found.parse(page.rows);
      const shown = rows.slice(0, limit);
      const names = await unitNames(at, shown.flatMap(unitsIn));
      return {
        position: await asOf(at, 'timeline'),
        total: count.rows[0]?.total ?? 0,
        entries: shown.map((row) => toEntry(row, names)),
        next: rows[limit]?.revision ?? null,
      };
    });
  }
}
