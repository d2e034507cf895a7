import { type Day, desksOf, type OnDesk, orderDayOf } from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';
import { type FoldedTask } from '../shared/task-states';

/** A task on one of its desks. */
interface DeskRow extends OnDesk {
  readonly taskId: string;
  readonly ledgerId: string;
  readonly orderDay: Day | null;
}

const column = columnsOf<DeskRow>();

/** Whom tasks wait for: see the domain's `desksOf`. A home, and the list that it leads to, ask here and nowhere else. */
export const DESK = table(
  'desk',
  {
    task_id: column.uuid(({ taskId }) => taskId, { key: true }),
    desk: column.text(({ desk }) => desk, { key: true, collation: 'C' }),
    item: column.text(({ item }) => item, {
      key: true,
      collation: 'C',
      comment: 'The unit whose part it is, or the proposal; empty for the whole task.',
    }),
    ledger_id: column.uuid(({ ledgerId }) => ledgerId),
    act: column.textOrNull(({ act }) => act),
    unit_ids: column.uuids(({ units }) => units, { comment: 'The units that are asked, or whose leaders decide.' }),
    office: column.boolean(({ office }) => office),
    not_by: column.uuids(({ keptOut }) => keptOut.accounts, { comment: 'The accounts that may not do it.' }),
    not_of: column.uuids(({ keptOut }) => keptOut.units, { comment: 'The units of whose people none may do it.' }),
    leader_id: column.uuidOrNull(({ leader }) => leader?.accountId ?? null, {
      comment: 'The leader whose decision it is.',
    }),
    leader_post_id: column.uuidOrNull(({ leader }) => leader?.postId ?? null),
    due: column.dateOrNull(({ due }) => due, { comment: 'Of a unit’s part its own next day.' }),
    since: column.instantOrNull(({ since }) => since),
    order_day: column.dateOrNull(({ orderDay }) => orderDay, {
      comment: 'Since when somebody waits for it, or the day on which it is due.',
    }),
  },
  { fillfactor: 80 },
);

/** Indexes by ledger and desk, oldest first, and by unit. */
export function deskIndexes(schema: string): string {
  return `
create index desk_by_day on ${schema}.desk (ledger_id, desk, order_day, task_id);
create index desk_by_unit on ${schema}.desk using gin (unit_ids);
`;
}

/** The desks of the tasks of a batch that lie on others than before. */
export interface DeskChanges {
  readonly taskIds: readonly string[];
  readonly rows: readonly DeskRow[];
}

/** What a batch changes: nothing for most events of a task that stays where it is. */
export function deskChanges(tasks: readonly FoldedTask[]): DeskChanges {
  const moved = tasks.flatMap(({ taskId, before, state }) => {
    const desks = desksOf(state);
    const { ledgerId } = state;
    return before !== null && isSame(desksOf(before), desks) ? [] : [{ taskId, ledgerId, desks }];
  });
  return {
    taskIds: moved.map(({ taskId }) => taskId),
    rows: moved.flatMap(({ desks, ...task }) => desks.map((on) => ({ ...on, ...task, orderDay: orderDayOf(on) }))),
  };
}

function isSame(one: readonly OnDesk[], other: readonly OnDesk[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Clears the desks of tasks; `$1` is the array of their ids. */
export function clearDesks(schema: string): string {
  return `delete from ${schema}.desk where task_id = any($1::uuid[])`;
}
