import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { eventCategorySchema, type TimelineEntry } from '#contracts';
import { ledgerKindSchema, roleSchema } from '#domain';
import { type UnitNames } from '../queries/read-models';
import { childrenIn, type NamedChildren } from './named-children';
import { type PasswordResets } from './password-resets';
import { filesSeenIn, type NamedFiles } from './seen-files';

/** Columns of an entry of the timeline (`e`). */
export const ENTRY_COLUMNS: RawBuilder<unknown> = sql`
  e.category, e.stream_id, e.revision, e.position::text, e.event_id, e.command_id, e.act, e.type, e.recorded_at, e.occurred_on::text, e.account_id, e.account_name,
  e.role, e.unit_id, e.data, e.hash,
  (select l.kind from projection_ledgers.ledger l where l.ledger_id = e.ledger_id) as ledger_kind`;

/** An entry as PostgreSQL gives it. */
export const storedEntrySchema = z.object({
  category: eventCategorySchema,
  stream_id: z.string(),
  revision: z.number(),
  position: z.string(),
  event_id: z.string(),
  command_id: z.string(),
  act: z.string(),
  type: z.string(),
  recorded_at: z.date(),
  occurred_on: z.string().nullable(),
  account_id: z.string(),
  account_name: z.string(),
  role: roleSchema,
  unit_id: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
  ledger_kind: ledgerKindSchema.nullable(),
});
export type StoredEntry = z.infer<typeof storedEntrySchema>;

/** As far as it says whom an entry is about. */
type ConcernedEntry = Pick<StoredEntry, 'data' | 'category' | 'stream_id'>;

const unitId = z.uuid();

/** Fields of events that name a unit by its id, or several. */
const UNIT_FIELDS: ReadonlySet<string> = new Set([
  'unitId',
  'unit',
  'parentId',
  'leads',
  'supports',
  'leadUnitIds',
  'supportUnitIds',
  'lane',
  'lanes',
  'removed',
  'owedBy',
  'askedFor',
  'to',
  'unstaffed',
  'inCharge',
]);

/** The units that an entry names: that of who did it, and those in its data. */
export function unitsIn({ unit_id: own, data }: Pick<StoredEntry, 'unit_id' | 'data'>): string[] {
  return [...(own === null ? [] : [own]), ...unitsOf('', data)];
}

/** The units that a field names, at any depth. `to` is a day elsewhere: what is no id names no unit. */
function unitsOf(field: string, value: unknown): string[] {
  if (typeof value === 'string') return UNIT_FIELDS.has(field) && unitId.safeParse(value).success ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => unitsOf(field, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => unitsOf(key, each));
}

/** The accounts that an entry names by their ids: whoever was told, or given a post, and whom it is about. */
export function accountsIn(entry: ConcernedEntry): string[] {
  const concerned = concernedBy(entry);
  return [...(concerned === null ? [] : [concerned]), ...accountsOf('', entry.data)];
}

/** The account that an entry is about: the one in whose stream it stands, or that of the administrator who leaves. */
function concernedBy({ category, stream_id: id, data }: ConcernedEntry): string | null {
  const leaver = category === 'departure' ? data['accountId'] : null;
  if (typeof leaver === 'string') return leaver;
  return category === 'account' ? id : null;
}

function accountsOf(field: string, value: unknown): string[] {
  if (typeof value === 'string') return field === 'accountId' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => accountsOf(field, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => accountsOf(key, each));
}

/** What is known of the ids and hashes in an entry. */
export interface EntryNames {
  readonly units: UnitNames;
  readonly files: NamedFiles;
  readonly children: NamedChildren;
  /** Names of people by the ids of their accounts. */
  readonly people: ReadonlyMap<string, string>;
  readonly resets: PasswordResets;
}

/** An entry as it is answered. */
export function toEntry(
  row: StoredEntry,
  { units: names, files, children, people, resets }: EntryNames,
): TimelineEntry {
  const concerned = concernedBy(row);
  return {
    revision: row.revision,
    position: row.position,
    eventId: row.event_id,
    commandId: row.command_id,
    act: row.act,
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
    concerns: concerned === null ? null : { accountId: concerned, name: people.get(concerned) ?? concerned },
    passwordResetAt: resets(row),
    units: [...new Set(unitsIn(row))].map(names),
    files: filesSeenIn(row).flatMap((hash) => files.get(hash) ?? []),
    children: childrenIn(row).flatMap((taskId) => children.get(taskId) ?? []),
    people: [...new Set(accountsIn(row))].flatMap((accountId) => {
      const name = people.get(accountId);
      return name === undefined ? [] : [{ accountId, name }];
    }),
    data: row.data,
    hash: row.hash,
    ledgerKind: row.ledger_kind,
  };
}
