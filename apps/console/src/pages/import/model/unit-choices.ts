import { z } from 'zod';
import { type UnitName } from './unit-names';

/** A person's decision about a name. */
export type UnitChoice =
  /** These units are meant; `alias`: the name becomes another name of the unit, when it is one. */
  | { readonly kind: 'units'; readonly unitIds: readonly string[]; readonly alias: boolean }
  /** A unit of that name is created with the import. */
  | { readonly kind: 'create' };

/** Decisions by name. */
export type UnitChoices = Readonly<Record<string, UnitChoice>>;

/** Decisions as they were kept on this computer. */
export const unitChoicesSchema: z.ZodType<UnitChoices> = z.record(
  z.string(),
  z.union([
    z.strictObject({ kind: z.literal('units'), unitIds: z.array(z.uuid()), alias: z.boolean() }),
    z.strictObject({ kind: z.literal('create') }),
  ]),
);

/** The ids of the units that have a name or alias in the register. No entry: the register has not been asked yet. */
export type Matches = ReadonlyMap<string, readonly string[]>;

/** The state of a name: found in the register, decided by a person, to be created, or open with the reason. */
export type NameState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'registered'; readonly unitIds: readonly string[] }
  | { readonly kind: 'chosen'; readonly unitIds: readonly string[] }
  | { readonly kind: 'create' }
  | { readonly kind: 'open'; readonly why: 'collective' | 'several' | 'unknown' };

/** Longest name of a unit in the register. */
export const NAME_LIMIT = 100;

/** The state of a name. A person's decision takes precedence over the register. */
export function nameStateOf({ name, collective }: UnitName, choices: UnitChoices, matches: Matches): NameState {
  const choice = choices[name];
  const found = matches.get(name);
  if (choice?.kind === 'units' && choice.unitIds.length > 0) return { kind: 'chosen', unitIds: choice.unitIds };
  if (found?.length === 1) return { kind: 'registered', unitIds: found };
  if (choice?.kind === 'create' && isCreatable({ name, collective })) return { kind: 'create' };
  if (found === undefined) return { kind: 'asking' };
  if (found.length > 1) return { kind: 'open', why: 'several' };
  return { kind: 'open', why: collective ? 'collective' : 'unknown' };
}

/** False for a collective name, which is no unit, and for one that is too long for the register. */
export function isCreatable({ name, collective }: Pick<UnitName, 'name' | 'collective'>): boolean {
  return !collective && name.length <= NAME_LIMIT;
}

/** Adds the decision to create a unit for every unknown name, for the button that does so at once. */
export function createUnknown(names: readonly UnitName[], choices: UnitChoices, matches: Matches): UnitChoices {
  const open = names.filter((name) => {
    const state = nameStateOf(name, choices, matches);
    return state.kind === 'open' && state.why === 'unknown' && isCreatable(name);
  });
  return { ...choices, ...Object.fromEntries(open.map(({ name }) => [name, { kind: 'create' as const }])) };
}

/** The names of one kind of state. */
export function namesIn(
  names: readonly UnitName[],
  kind: NameState['kind'],
  choices: UnitChoices,
  matches: Matches,
): UnitName[] {
  return names.filter((name) => nameStateOf(name, choices, matches).kind === kind);
}

/** Names that become an alias: given to one unit by a person who ticked it, and not known to the register yet. */
export function aliasesOf(
  names: readonly UnitName[],
  choices: UnitChoices,
  matches: Matches,
): { readonly alias: string; readonly unitId: string }[] {
  return names.flatMap(({ name }) => {
    const choice = choices[name];
    if (choice?.kind !== 'units' || !choice.alias || choice.unitIds.length !== 1 || name.length > NAME_LIMIT) return [];
    const [unitId] = choice.unitIds;
    return unitId === undefined || matches.get(name)?.includes(unitId) === true ? [] : [{ alias: name, unitId }];
  });
}

/** The units of a task, or the names that nobody has decided about. */
export type TaskUnits =
  { readonly leadUnitIds: string[]; readonly supportUnitIds: string[] } | { readonly open: string[] };

/** Turns a task's names into units. A unit stands once: one that leads does not also support. */
export function unitsOfTask(
  leadNames: readonly string[],
  supportNames: readonly string[],
  unitIdsOf: (name: string) => readonly string[] | null,
): TaskUnits {
  const open = [...new Set([...leadNames, ...supportNames])].filter((name) => unitIdsOf(name) === null);
  if (open.length > 0) return { open };
  const leadUnitIds = [...new Set(leadNames.flatMap((name) => unitIdsOf(name) ?? []))];
  const supports = new Set(supportNames.flatMap((name) => unitIdsOf(name) ?? []));
  return { leadUnitIds, supportUnitIds: [...supports].filter((unitId) => !leadUnitIds.includes(unitId)) };
}

/** Gives the units of a name; null while they are open, or the unit is still to be created. */
export function unitIdsBy(
  names: readonly UnitName[],
  choices: UnitChoices,
  matches: Matches,
): (name: string) => readonly string[] | null {
  const known = new Map(names.map((each) => [each.name, each]));
  return (name) => {
    const state = nameStateOf(known.get(name) ?? bare(name), choices, matches);
    return state.kind === 'registered' || state.kind === 'chosen' ? state.unitIds : null;
  };
}

function bare(name: string): UnitName {
  return { name, collective: false, leads: 0, supports: 0, draftKey: null };
}
