import { type NamedUnit } from '#domain';
import { type Draft } from './draft';

/** A name under which the document calls a unit (or several), and how often. */
export interface UnitName {
  readonly name: string;
  /** A collective name (各成员单位): only a person can say who that is. */
  readonly collective: boolean;
  /** In how many tasks it leads, and supports. */
  readonly leads: number;
  readonly supports: number;
  /** The first draft that names it; null when the names come from tasks. */
  readonly draftKey: string | null;
}

/** Names with the tasks they stand in: drafts of this page, or tasks that are in the ledger. */
interface Named {
  readonly leads: readonly Pick<NamedUnit, 'name' | 'collective'>[];
  readonly supports: readonly Pick<NamedUnit, 'name' | 'collective'>[];
  readonly draftKey: string | null;
}

/** All names of the drafts, each once, in the order of the document. */
export function unitNamesOf(drafts: readonly Draft[]): UnitName[] {
  return gathered(
    drafts.map(({ key, content }) => ({
      leads: content.leadUnitNames,
      supports: content.supportUnitNames,
      draftKey: key,
    })),
  );
}

/** See `unitNamesOf`, of tasks that are in the ledger already. */
export function unitNamesOfTasks(tasks: readonly Omit<Named, 'draftKey'>[]): UnitName[] {
  return gathered(tasks.map((task) => ({ ...task, draftKey: null })));
}

function gathered(all: readonly Named[]): UnitName[] {
  const names = new Map<string, UnitName>();
  const count = (
    unit: Pick<NamedUnit, 'name' | 'collective'>,
    side: 'leads' | 'supports',
    key: string | null,
  ): void => {
    const name = unit.name.trim();
    if (name === '') return;
    const known = names.get(name) ?? { name, collective: false, leads: 0, supports: 0, draftKey: key };
    names.set(name, { ...known, collective: known.collective || unit.collective, [side]: known[side] + 1 });
  };
  for (const { leads, supports, draftKey } of all) {
    for (const unit of leads) count(unit, 'leads', draftKey);
    for (const unit of supports) count(unit, 'supports', draftKey);
  }
  return [...names.values()];
}

/** So many names, and so many characters of them, are asked for in one request: an address has its limits. */
const MOST_NAMES = 60;
const MOST_CHARACTERS = 500;

/** Names in portions that fit into a request. Names with a comma are left out: in an address the comma parts them. */
export function nameRequests(names: readonly string[]): string[][] {
  const requests: string[][] = [];
  let characters = 0;
  for (const name of names) {
    if (name.includes(',') || name.length > 200) continue;
    const current = requests.at(-1);
    characters += name.length;
    if (current === undefined || current.length >= MOST_NAMES || characters > MOST_CHARACTERS) {
      requests.push([name]);
      characters = name.length;
    } else current.push(name);
  }
  return requests;
}
