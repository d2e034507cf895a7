import { ENDED_STATUSES, type TaskState } from '#domain';
import { plainArray, textArray } from '../shared/sql-arrays';
import { type FoldedTask } from '../shared/task-states';
import { lampDueOf } from './lamp-due';

/** What tasks are counted by. */
export type TallySide = 'status' | 'unit' | 'section';

/** One box of the tally, and by how much its number changes. */
interface Change {
  readonly ledgerId: string;
  readonly side: TallySide;
  readonly item: string;
  readonly ended: boolean;
  readonly lampDue: string;
  tasks: number;
}

/** Tasks counted by status, lead unit and section, each with the day that the lamp looks at: a lamp's figure is a sum of few rows. */
export function tallyTable(schema: string): string {
  return `
create table ${schema}.tally (
  ledger_id uuid not null,
  side text collate "C" not null,
  item text collate "C" not null,
  ended boolean not null,
  lamp_due date not null,
  tasks integer not null,
  primary key (ledger_id, side, item, ended, lamp_due)
) with (fillfactor = 70);
comment on column ${schema}.tally.side is 'What the item is: status, unit (a lead unit) or section.';
comment on column ${schema}.tally.lamp_due is 'As in task; infinity where that is null.';`;
}

/** How a batch changes the tally: nothing for most events. In the order of its key. */
export function tallyChanges(tasks: readonly FoldedTask[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const { before, state } of tasks) {
    if (before) count(changes, before, -1);
    count(changes, state, 1);
  }
  return [...changes.entries()]
    .filter(([, { tasks: by }]) => by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, change]) => change);
}

function count(changes: Map<string, Change>, state: TaskState, by: number): void {
  const { ledgerId, status, source } = state;
  const ended = ENDED_STATUSES.has(status);
  const lampDue = lampDueOf(state) ?? 'infinity';
  const units = new Set((state.assignment ?? state).leadUnitIds);
  const items: (readonly [TallySide, string])[] = [
    ['status', status],
    ['section', source.section],
    ...[...units].map((unitId) => ['unit', unitId] as const),
  ];
  for (const [side, item] of items) {
    const key = JSON.stringify([ledgerId, side, item, ended, lampDue]);
    const known = changes.get(key);
    if (known) known.tasks += by;
    else changes.set(key, { ledgerId, side, item, ended, lampDue, tasks: by });
  }
}

/** One statement for all changes of a batch. */
export function upsertTally(schema: string): string {
  return `
    insert into ${schema}.tally as t (ledger_id, side, item, ended, lamp_due, tasks)
    select r.ledger_id, r.side, r.item, r.ended, r.lamp_due::date, r.tasks
    from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::integer[])
      as r(ledger_id, side, item, ended, lamp_due, tasks)
    on conflict (ledger_id, side, item, ended, lamp_due) do update set tasks = t.tasks + excluded.tasks`;
}

/** What that statement takes. */
export function tallyColumns(changes: readonly Change[]): unknown[] {
  return [
    plainArray(changes.map(({ ledgerId }) => ledgerId)),
    textArray(changes.map(({ side }) => side)),
    textArray(changes.map(({ item }) => item)),
    changes.map(({ ended }) => ended),
    textArray(changes.map(({ lampDue }) => lampDue)),
    plainArray(changes.map(({ tasks }) => tasks)),
  ];
}

/** Boxes that became empty go, so that the tally is what counting afresh would give. */
export function dropEmpty(schema: string): string {
  return `delete from ${schema}.tally where tasks = 0`;
}
