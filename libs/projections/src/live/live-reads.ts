import { type Pool } from 'pg';
import { z } from 'zod';
import { type Role, roleSchema } from '#domain';
import { type Position } from '#event-store';

/** What sights of a task go by. */
export interface TaskPlace {
  readonly taskId: string;
  readonly ledgerId: string;
  /** Units that lead or support it. */
  readonly unitIds: readonly string[];
}

/** Whom an entry of the inbox is for: whoever has the role in the unit, or (unit null) in the ledger. */
export interface InboxAudience {
  readonly role: Role;
  readonly unitId: string | null;
  readonly ledgerId: string;
}

const placeRows = z.array(z.object({ taskId: z.uuid(), ledgerId: z.uuid(), unitIds: z.array(z.uuid()) }));
const audienceRows = z.array(z.object({ role: roleSchema, unitId: z.uuid().nullable(), ledgerId: z.uuid() }));
const belowRows = z.array(z.object({ root: z.uuid(), unitId: z.uuid() }));

/** What is asked of the read models when something has happened, once for all who listen. */
export class LiveReads {
  constructor(private readonly pool: Pool) {}

  /** Where the tasks stand now; those that are not there are left out. */
  async placesOf(taskIds: readonly string[]): Promise<readonly TaskPlace[]> {
    const { rows } = await this.pool.query({
      name: 'live-places-of',
      text: `select task_id as "taskId", ledger_id as "ledgerId", lead_unit_ids || support_unit_ids as "unitIds"
        from projection_tasks.task where task_id = any($1::uuid[])`,
      values: [taskIds],
    });
    return placeRows.parse(rows);
  }

  /** True when a ledger is for practice, by the table of tasks. */
  async isForPractice(ledgerId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query({
      name: 'live-is-for-practice',
      text: 'select from projection_tasks.practice_ledger where ledger_id = $1',
      values: [ledgerId],
    });
    return rowCount === 1;
  }

  /**
   * For whom entries were made by the events, or settled after one position and up to another.
   * @param after exclusive; null = from the beginning
   */
  async inboxAudiences(
    eventIds: readonly string[],
    after: Position | null,
    upTo: Position,
  ): Promise<readonly InboxAudience[]> {
    const { rows } = await this.pool.query({
      name: 'live-inbox-audiences',
      text: `select role, unit_id as "unitId", ledger_id as "ledgerId" from projection_inbox.entry
        where event_id = any($1::uuid[])
        union
        select role, unit_id, ledger_id from projection_inbox.entry
        where settled_position > $2::bigint and settled_position <= $3::bigint`,
      values: [eventIds, after ?? '-1', upTo],
    });
    return audienceRows.parse(rows);
  }

  /** Each of the units with all units below it, itself among them. */
  async unitsBelow(roots: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const { rows } = await this.pool.query({
      name: 'live-units-below',
      text: `with recursive below as (
          select root, root as unit_id from unnest($1::uuid[]) as r(root)
          union
          select b.root, u.unit_id from projection_units.unit u join below b on u.parent_id = b.unit_id
        ) select root, unit_id as "unitId" from below`,
      values: [roots],
    });
    const below = new Map<string, Set<string>>(roots.map((root) => [root, new Set([root])]));
    for (const { root, unitId } of belowRows.parse(rows)) below.get(root)?.add(unitId);
    return below;
  }
}
