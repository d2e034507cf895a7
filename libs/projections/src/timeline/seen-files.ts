import { sql } from 'kysely';
import { z } from 'zod';
import { type NamedEvidence, namedEvidenceSchema } from '#contracts';
import { TASK_EVENTS } from '#domain';
import { type Snapshot } from '../queries/read-models';

/** Files by their hash, as the units of one task called them. */
export type NamedFiles = ReadonlyMap<string, NamedEvidence>;

const naming = z.object({ saw: z.object({ evidence: z.array(z.string()) }) });
const found = z.array(z.object({ task_id: z.string(), file: namedEvidenceSchema }));
/** What files of the round come with: what a unit sends, and the returned sheet of what the office recorded for it. */
const SENT_WITH = (['lane.reported', 'lane.claimed', 'lane.accepted', 'lane.declined', 'proposal.made'] as const).map(
  (type) => TASK_EVENTS[type].type,
);
const NO_FILES: NamedFiles = new Map();

/** The hashes of files that an entry names without more: those that a checker or a closer had before them. */
export function filesSeenIn({ data }: { readonly data: unknown }): readonly string[] {
  return naming.safeParse(data).data?.saw.evidence ?? [];
}

/**
 * The files that entries of tasks name by their hash alone, by task: two tasks may have sent one file under two names. Of several names in
 * one task it is the last. Asks nothing where no file is named.
 */
export async function namedFiles(
  at: Snapshot,
  entries: readonly { readonly taskId: string | null; readonly data: unknown }[],
): Promise<(taskId: string | null) => NamedFiles> {
  const hashes = entries.flatMap(filesSeenIn);
  if (hashes.length === 0) return () => NO_FILES;
  const taskIds = entries.flatMap((entry) => (filesSeenIn(entry).length > 0 && entry.taskId ? [entry.taskId] : []));
  const { rows } = await sql`
    select distinct on (e.task_id, file ->> 'hash') e.task_id, file
    from projection_timeline.entry e cross join lateral (
      select json_array_elements(e.data -> 'evidence') as file
      union all select json_array_elements(e.data -> 'onBehalf' -> 'sheet')) sent
    where e.task_id = any(${taskIds}::uuid[]) and e.type = any(${SENT_WITH}::text[]) and file ->> 'hash' = any(${hashes}::text[])
    order by e.task_id, file ->> 'hash', e.position desc`.execute(at);
  const files = new Map<string, Map<string, NamedEvidence>>();
  for (const { task_id: taskId, file } of found.parse(rows)) {
    const own = files.get(taskId) ?? new Map<string, NamedEvidence>();
    files.set(taskId, own.set(file.hash, file));
  }
  return (taskId) => files.get(taskId ?? '') ?? NO_FILES;
}
