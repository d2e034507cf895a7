import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Timeline, type TimelineEntry } from '#contracts';
import { roleSchema } from '#domain';
import { ReadTimeline } from './queries';
import { asOf, ReadModels, type UnitNames, unitNames } from './read-models';
import { checkInSight } from './task-in-sight';

const found = z.array(
  z.object({
    revision: z.number(),
    position: z.string(),
    event_id: z.string(),
    type: z.string(),
    recorded_at: z.date(),
    occurred_on: z.string().nullable(),
    account_id: z.string(),
    account_name: z.string(),
    role: roleSchema,
    unit_id: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    hash: z.string(),
  }),
);
type Stored = z.infer<typeof found>[number];

/** Fields of events that name units by id. */
const unitIds = z.looseObject({
  unitId: z.string().optional(),
  leadUnitIds: z.array(z.string()).optional(),
  supportUnitIds: z.array(z.string()).optional(),
  changes: z
    .looseObject({ leadUnitIds: z.array(z.string()).optional(), supportUnitIds: z.array(z.string()).optional() })
    .optional(),
});

/** A page of a task's course, newest first unless asked otherwise. */
@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters: { taskId, order, limit, cursor }, context }: ReadTimeline): Promise<Timeline> {
    return this.models.snapshot(async (at) => {
      await checkInSight(at, taskId, context.sights);
      const count = await sql<{ total: string }>`
        select count(*) as total from projection_timeline.entry where task_id = ${taskId}::uuid`.execute(at);
      const newest = order === 'newest';
      const from = cursor === undefined ? sql`true` : newest ? sql`revision <= ${cursor}` : sql`revision >= ${cursor}`;
      const page = await sql`
        select revision, position::text, event_id, type, recorded_at, occurred_on::text, account_id, account_name, role,
          unit_id, data, hash
        from projection_timeline.entry where task_id = ${taskId}::uuid and ${from}
        order by revision ${newest ? sql`desc` : sql`asc`} limit ${limit + 1}`.execute(at);
      const rows = found.parse(page.rows);
      const shown = rows.slice(0, limit);
      const names = await unitNames(at, shown.flatMap(unitsIn));
      return {
        position: await asOf(at, 'timeline'),
        total: Number(count.rows[0]?.total ?? 0),
        entries: shown.map((row) => toEntry(row, names)),
        next: rows[limit]?.revision ?? null,
      };
    });
  }
}

function unitsIn({ unit_id: own, data }: Stored): string[] {
  const named = unitIds.safeParse(data);
  const parts = named.success ? named.data : {};
  const { unitId, leadUnitIds = [], supportUnitIds = [], changes = {} } = parts;
  return [
    ...(own === null ? [] : [own]),
    ...(unitId === undefined ? [] : [unitId]),
    ...leadUnitIds,
    ...supportUnitIds,
    ...(changes.leadUnitIds ?? []),
    ...(changes.supportUnitIds ?? []),
  ];
}

function toEntry(row: Stored, names: UnitNames): TimelineEntry {
  return {
    revision: row.revision,
    position: row.position,
    eventId: row.event_id,
    type: row.type,
    recordedAt: row.recorded_at.toISOString(),
    occurredOn: row.occurred_on,
    actor: {
      accountId: row.account_id,
      name: row.account_name,
      role: row.role,
      unitId: row.unit_id,
      unitName: row.unit_id === null ? null : names(row.unit_id).name,
    },
    units: [...new Set(unitsIn(row))].map(names),
    data: row.data,
    hash: row.hash,
  };
}
