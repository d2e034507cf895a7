import { type Ending, isSuspended, leadUnitsOf, type TaskState, type TaskStatus } from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';
import { type FoldedTask } from '../shared/task-states';
import { lampOf } from './lamp-of';
import { endingOf } from './standing';

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
  readonly ended: Ending | null;
  readonly suspended: boolean;
  readonly lampDue: string;
  tasks: number;
}

const column = columnsOf<Change>();

/**
 * Tasks counted by status, lead unit and section, each by the day and by the month that the lamp looks at: a lamp's figure is a sum
 * over whole months, and over single days only where today is.
 */
export const TALLY = table(
  'tally',
  {
    span: column.text(({ span }) => span, {
      key: true,
      collation: 'C',
      comment: 'day, or month: then lamp_due is the first day of the month.',
    }),
    side: column.text(({ side }) => side, {
      key: true,
      collation: 'C',
      comment: 'What the item is: status, unit (a lead unit) or section.',
    }),
    ledger_id: column.uuid(({ ledgerId }) => ledgerId, { key: true }),
    lamp_due: column.date(({ lampDue }) => lampDue, { key: true, comment: 'As in task; infinity where that is null.' }),
    item: column.text(({ item }) => item, { key: true, collation: 'C' }),
    ended: column.text(({ ended }) => ended ?? '', {
      key: true,
      collation: 'C',
      comment: 'How they have ended; empty while they go on.',
    }),
    suspended: column.boolean(({ suspended }) => suspended, { key: true }),
    tasks: column.integer(({ tasks }) => tasks),
  },
  { fillfactor: 70, changes: 'tasks = t.tasks + excluded.tasks' },
);

/** The index that finds boxes that became empty. */
export function tallyIndexes(schema: string): string {
  return `create index tally_empty on ${schema}.tally (side) where tasks = 0;\n`;
}

/** How a batch changes the tally: nothing for most events. In the order of its key. */
export function tallyChanges(tasks: readonly FoldedTask[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const { before, state } of tasks) {
    const [left, entered] = [before && standingOf(before), standingOf(state)];
    if (left && isSame(left, entered)) continue;
    if (left) count(changes, left, -1);
    count(changes, entered, 1);
  }
  return [...changes.entries()]
    .filter(([, { tasks: by }]) => by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, change]) => change);
}

/** What of a task says in which boxes it counts. */
interface Standing {
  readonly ledgerId: string;
  readonly status: TaskStatus;
  readonly section: string;
  readonly units: readonly string[];
  readonly lampDue: string;
}

function standingOf(state: TaskState): Standing {
  const { ledgerId, status, source } = state;
  const units = [...new Set(leadUnitsOf(state))];
  return { ledgerId, status, section: source.section, units, lampDue: lampOf(state)?.due ?? FAR };
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.status === other.status &&
    one.lampDue === other.lampDue &&
    one.section === other.section &&
    one.units.length === other.units.length &&
    one.units.every((unitId, index) => unitId === other.units[index])
  );
}

function count(changes: Map<string, Change>, standing: Standing, by: number): void {
  const { ledgerId, status, section, units, lampDue } = standing;
  const stands = { ended: endingOf(status), suspended: isSuspended(standing) };
  const items: (readonly [TallySide, string])[] = [
    ['status', status],
    ['section', section],
    ...units.map((unitId) => ['unit', unitId] as const),
  ];
  const month = lampDue === FAR ? FAR : `${lampDue.slice(0, 7)}-01`;
  for (const [side, item] of items) {
    add(changes, { span: 'day', ledgerId, side, item, ...stands, lampDue, tasks: by });
    add(changes, { span: 'month', ledgerId, side, item, ...stands, lampDue: month, tasks: by });
  }
}

function add(changes: Map<string, Change>, change: Change): void {
  const { span, ledgerId, side, item, ended, suspended, lampDue } = change;
  const key = JSON.stringify([span, side, ledgerId, lampDue, item, ended, suspended]);
  const known = changes.get(key);
  if (known) known.tasks += change.tasks;
  else changes.set(key, change);
}

/** Boxes that became empty go, so that the tally is what counting afresh would give. */
export function dropEmpty(schema: string): string {
  return `delete from ${schema}.tally where tasks = 0`;
}
