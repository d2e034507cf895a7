import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type TimelineEntry } from '#contracts';
import { roleSchema } from '#domain';
import { type UnitNames } from '../queries/read-models';

/** Columns of an entry of the timeline (`e`). */
export const ENTRY_COLUMNS: RawBuilder<unknown> = sql`
  e.revision, e.position::text, e.event_id, e.type, e.recorded_at, e.occurred_on::text, e.account_id, e.account_name,
  e.role, e.unit_id, e.data, e.hash`;

/** An entry as PostgreSQL gives it. */
export const storedEntrySchema = z.object({
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
});
export type StoredEntry = z.infer<typeof storedEntrySchema>;

/** Fields of events that name units by id. */
const unitIds = z.looseObject({
  unitId: z.string().optional(),
  parentId: z.string().nullish(),
  leadUnitIds: z.array(z.string()).optional(),
  supportUnitIds: z.array(z.string()).optional(),
  changes: z
    .looseObject({ leadUnitIds: z.array(z.string()).optional(), supportUnitIds: z.array(z.string()).optional() })
    .optional(),
});

/** The units that an entry names: that of who did it, and those in its data. */
export function unitsIn({ unit_id: own, data }: StoredEntry): string[] {
  const named = unitIds.safeParse(data);
  const parts = named.success ? named.data : {};
  const { unitId, parentId, leadUnitIds = [], supportUnitIds = [], changes = {} } = parts;
  return [
    ...[own, unitId, parentId].flatMap((id) => id ?? []),
    ...leadUnitIds,
    ...supportUnitIds,
    ...(changes.leadUnitIds ?? []),
    ...(changes.supportUnitIds ?? []),
  ];
}

/** An entry as it is answered. */
export function toEntry(row: StoredEntry, names: UnitNames): TimelineEntry {
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
