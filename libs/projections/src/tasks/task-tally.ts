import { ENDED_STATUSES, type TaskState } from '#domain';
import { plainArray, textArray } from '../shared/sql-arrays';
import { type FoldedTask } from '../shared/task-states';
import { lampDueOf } from './lamp-due';

const FAR = 'infinity';

/** What tasks are counted by. */
export type TallySide = 'status' | 'unit' | 'section';

/** What a box's day stands for: itself, or the whole month that it is the first day of. */
type TallySpan = 'day' | 'month';

/** One box of the tally, and by how much its number changes. */
interface Change {
  readonly span: TallySpan;
  readonly ledgerId: string;
  readonly side: TallySide;
  readonly item: string;
  readonly ended: boolean;
  readonly lampDue: string;
  tasks: number;
}

/**
 * Tasks counted by status, lead unit and section, each by the day and by the month that the lamp looks at: a lamp's figure is a sum
 * over whole months, and over single days only where today is.
 */
export function tallyTable(schema: string): string {
  return `
create table ${schema}.tally (
  span text collate "C" not null,
  side text collate "C" not null,
  ledger_id uuid not null,
  lamp_due date not null,
  item text collate "C" not null,
  ended boolean not null,
  tasks integer not null,
  primary key (span, side, ledger_id, lamp_due, item, ended)
) with (fillfactor = 70);
comment on column ${schema}.tally.side is 'What the item is: status, unit (a lead unit) or section.';
comment on column ${schema}.tally.span is 'day, or month: then lamp_due is the first day of the month.';
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
  const lampDue = lampDueOf(state) ?? FAR;
  const units = new Set((state.assignment ?? state).leadUnitIds);
  const items: (readonly [TallySide, string])[] = [
    ['status', status],
    ['section', source.section],
    ...[...units].map((unitId) => ['unit', unitId] as const),
  ];
  const month = lampDue === FAR ? FAR : `${lampDue.slice(0, 7)}-01`;
  for (const [side, item] of items) {
    add(changes, { span: 'day', ledgerId, side, item, ended, lampDue, tasks: by });
    add(changes, { span: 'month', ledgerId, side, item, ended, lampDue: month, tasks: by });
  }
}

function add(changes: Map<string, Change>, change: Change): void {
  const { span, ledgerId, side, item, ended, lampDue } = change;
  const key = JSON.stringify([span, side, ledgerId, lampDue, item, ended]);
  const known = changes.get(key);
  if (known) known.tasks += change.tasks;
  else changes.set(key, change);
}

/** One statement for all changes of a batch. */
export function upsertTally(schema: string): string {
  return `
    insert into ${schema}.tally as t (span, side, ledger_id, lamp_due, item, ended, tasks)
    select r.span, r.side, r.ledger_id, r.lamp_due::date, r.item, r.ended, r.tasks
    from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::integer[])
      as r(span, side, ledger_id, lamp_due, item, ended, tasks)
    on conflict (span, side, ledger_id, lamp_due, item, ended) do update set tasks = t.tasks + excluded.tasks`;
}

/** What that statement takes. */
export function tallyColumns(changes: readonly Change[]): unknown[] {
  return [
    textArray(changes.map(({ span }) => span)),
    textArray(changes.map(({ side }) => side)),
    plainArray(changes.map(({ ledgerId }) => ledgerId)),
    textArray(changes.map(({ lampDue }) => lampDue)),
    textArray(changes.map(({ item }) => item)),
    changes.map(({ ended }) => ended),
    plainArray(changes.map(({ tasks }) => tasks)),
  ];
}

/** Boxes that became empty go, so that the tally is what counting afresh would give. */
export function dropEmpty(schema: string): string {
  return `delete from ${schema}.tally where tasks = 0`;
}
