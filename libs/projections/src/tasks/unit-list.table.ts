import { type RecordedOfType, type TaskState } from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** The units of a split that was given a name. */
interface NamedSplit {
  readonly ledgerId: string;
  readonly name: string;
  readonly unitIds: readonly string[];
}

const column = columnsOf<NamedSplit>();

/** Lists of units by name (各县区), as a split of the ledger used them last: to be offered again. */
export const UNIT_LIST = table('unit_list', {
  ledger_id: column.uuid(({ ledgerId }) => ledgerId, { key: true }),
  name: column.text(({ name }) => name, { key: true, collation: 'C' }),
  unit_ids: column.uuids(({ unitIds }) => unitIds),
});

/** What a split leaves in the lists; null for one without a name. */
export function listOf(
  { data }: RecordedOfType<'task.split'>,
  { ledgerId }: Pick<TaskState, 'ledgerId'>,
): NamedSplit | null {
  const { listName, children } = data;
  if (listName === '') return null;
  return { ledgerId, name: listName, unitIds: [...new Set(children.flatMap(({ leads }) => leads))] };
}

/** The later of two lists of one name counts. */
export function latestLists(lists: readonly NamedSplit[]): readonly NamedSplit[] {
  return [...new Map(lists.map((list) => [`${list.ledgerId} ${list.name}`, list])).values()];
}
