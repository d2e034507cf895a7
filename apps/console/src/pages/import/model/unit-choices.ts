import { z } from 'zod';
import { type UnitName } from './unit-names';

/** What a person has decided about a name. */
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

/** The units that the register knows by a name or an alias; undefined while that is not known. */
export type Matches = ReadonlyMap<string, readonly string[]>;

/** How a name stands: found in the register, decided by a person, to be created, or open and why. */
export type NameStand =
  | { readonly kind: 'asking' }
  | { readonly kind: 'registered'; readonly unitIds: readonly string[] }
  | { readonly kind: 'chosen'; readonly unitIds: readonly string[] }
  | { readonly kind: 'create' }
  | { readonly kind: 'open'; readonly why: 'collective' | 'several' | 'unknown' };

/** At most so long is a unit's name in the register. */
export const MOST_NAME = 100;

/** How a name stands. A person's decision goes before what the register says. */
export function standOfName({ name, collective }: UnitName, choices: UnitChoices, matches: Matches): NameStand {
  const choice = choices[name];
  const found = matches.get(name);
  if (choice?.kind === 'units' && choice.unitIds.length > 0) return { kind: 'chosen', unitIds: choice.unitIds };
  if (found?.length === 1) return { kind: 'registered', unitIds: found };
  if (choice?.kind === 'create' && isCreatable({ name, collective })) return { kind: 'create' };
  if (found === undefined) return { kind: 'asking' };
  if (found.length > 1) return { kind: 'open', why: 'several' };
  return { kind: 'open', why: collective ? 'collective' : 'unknown' };
}

/** Whether a unit may be created of a name: a collective name is no unit. */
export function isCreatable({ name, collective }: Pick<UnitName, 'name' | 'collective'>): boolean {
  return !collective && name.length <= MOST_NAME;
}

/** The decisions with every open unknown name to be created: the one button for all of them. */
export function createUnknown(names: readonly UnitName[], choices: UnitChoices, matches: Matches): UnitChoices {
  const open = names.filter((name) => {
    const stand = standOfName(name, choices, matches);
    return stand.kind === 'open' && stand.why === 'unknown' && isCreatable(name);
  });
  return { ...choices, ...Object.fromEntries(open.map(({ name }) => [name, { kind: 'create' as const }])) };
}

/** The names of one kind of stand. */
export function namesIn(
  names: readonly UnitName[],
  kind: NameStand['kind'],
  choices: UnitChoices,
  matches: Matches,
): UnitName[] {
  return names.filter((name) => standOfName(name, choices, matches).kind === kind);
}

/** Names that become an alias: given to one unit by a person who ticked it, and not known to the register yet. */
export function aliasesOf(
  names: readonly UnitName[],
  choices: UnitChoices,
  matches: Matches,
): { readonly alias: string; readonly unitId: string }[] {
  return names.flatMap(({ name }) => {
    const choice = choices[name];
    if (choice?.kind !== 'units' || !choice.alias || choice.unitIds.length !== 1 || name.length > MOST_NAME) return [];
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

/** The units of a name, as far as decided; null while open. A name to be created has none yet. */
export function unitIdsBy(
  names: readonly UnitName[],
  choices: UnitChoices,
  matches: Matches,
): (name: string) => readonly string[] | null {
  const known = new Map(names.map((each) => [each.name, each]));
  return (name) => {
    const stand = standOfName(known.get(name) ?? bare(name), choices, matches);
    return stand.kind === 'registered' || stand.kind === 'chosen' ? stand.unitIds : null;
  };
}

function bare(name: string): UnitName {
  return { name, collective: false, leads: 0, supports: 0, draftKey: null };
}
