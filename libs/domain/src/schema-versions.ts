/** Carries an event's data on by one version. It must give the same for ever, so it knows nothing but the data. */
export type Upcaster = (data: unknown) => unknown;

/** For each type of more than one version: how version 1 becomes 2, 2 becomes 3, and so on. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/**
 * How released versions are carried on. A released event is never edited: a change of its schema is a new version, with
 * a line here and a golden sample (`testing/golden`). All released versions so far are 1.
 */
export const UPCASTERS: Upcasters = {};

/** The version in which events of a type are written. */
export function schemaVersionOf(type: string, upcasters: Upcasters = UPCASTERS): number {
  return 1 + (upcasters[type]?.length ?? 0);
}

/** An event's data in the present version, and whether this program knows the version that it was written in. */
export function carriedOn(
  { type, schemaVersion, data }: { readonly type: string; readonly schemaVersion: number; readonly data: unknown },
  upcasters: Upcasters = UPCASTERS,
): { readonly known: boolean; readonly data: unknown } {
  const known =
    Number.isInteger(schemaVersion) && schemaVersion >= 1 && schemaVersion <= schemaVersionOf(type, upcasters);
  if (!known) return { known, data };
  const steps = upcasters[type]?.slice(schemaVersion - 1) ?? [];
  return { known, data: steps.reduce((carried, step) => step(carried), data) };
}
