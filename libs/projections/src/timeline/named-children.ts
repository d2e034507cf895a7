import { sql } from 'kysely';
import { z } from 'zod';
import { type TimelineEntry } from '#contracts';
import { type Snapshot } from '../queries/read-models';

type Child = TimelineEntry['children'][number];

/** Children by their ids. */
export type NamedChildren = ReadonlyMap<string, Child>;

const naming = z.object({ childId: z.uuid() });
const found = z.array(z.object({ task_id: z.string(), task_number: z.string().nullable(), title: z.string() }));

/** The children that an entry names by id alone: what became of one is told to its parent so. */
export function childrenIn({ data }: { readonly data: unknown }): readonly string[] {
  const named = naming.safeParse(data).data;
  return named === undefined ? [] : [named.childId];
}

/** The children that entries name by id. Whoever sees a task sees how its children stand. Asks nothing where none is named. */
export async function namedChildren(
  at: Snapshot,
  entries: readonly { readonly data: unknown }[],
): Promise<NamedChildren> {
  const ids = [...new Set(entries.flatMap(childrenIn))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql`
    select task_id, task_number, title from projection_tasks.task where task_id = any(${ids}::uuid[])`.execute(at);
  return new Map(
    found
      .parse(rows)
      .map(({ task_id: taskId, task_number: number, title }) => [taskId, { taskId, number, title }] as const),
  );
}
