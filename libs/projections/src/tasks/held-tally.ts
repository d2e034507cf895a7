import { heldChanges, type HeldChange, type TaskState } from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';
import { type FoldedTask } from '../shared/task-states';

/** By how much a holder's number of a day changes in a ledger. */
interface Change extends HeldChange {
  readonly ledgerId: string;
  net: number;
}

const column = columnsOf<Change>();

/** Who held the tasks of a ledger, and how long requests waited: beginnings and ends by day, see the domain's `heldChanges`. */
export const HELD = table(
  'held',
  {
    ledger_id: column.uuid(({ ledgerId }) => ledgerId, { key: true }),
    holder: column.text(({ holder }) => holder, {
      key: true,
      collation: 'C',
      comment: 'The id of a unit; where it was no unit’s turn, the kind of turn.',
    }),
    day: column.date(({ day }) => day, { key: true }),
    net: column.integer(({ net }) => net, { comment: 'How many more turns ended on the day than began.' }),
  },
  { fillfactor: 70, changes: 'net = t.net + excluded.net' },
);

/** The index that finds days that became even. */
export function heldIndexes(schema: string): string {
  return `create index held_even on ${schema}.held (ledger_id) where net = 0;\n`;
}

/** How a batch changes it: nothing where no turn came or went. In the order of its key. */
export function heldTallyChanges(tasks: readonly FoldedTask[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const { before, state } of tasks) {
    if (before && isSame(before, state)) continue;
    if (before) count(changes, before, -1);
    count(changes, state, 1);
  }
  return [...changes.entries()]
    .filter(([, { net }]) => net !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, change]) => change);
}

/** True when no turn came or went, and nothing was asked for or decided. */
function isSame(before: TaskState, { turns, proposals, ended }: TaskState): boolean {
  return before.turns === turns && before.proposals === proposals && before.ended === ended;
}

function count(changes: Map<string, Change>, state: TaskState, by: number): void {
  const { ledgerId } = state;
  for (const { holder, day, net } of heldChanges(state)) {
    const key = [ledgerId, holder, day].join(' ');
    const known = changes.get(key);
    if (known) known.net += net * by;
    else changes.set(key, { ledgerId, holder, day, net: net * by });
  }
}

/** Days that became even go, so that the tally is what counting afresh would give. */
export function dropEven(schema: string): string {
  return `delete from ${schema}.held where net = 0`;
}
