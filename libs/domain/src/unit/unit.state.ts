/** A unit (单位) as its events tell it. Aliases are other names under which documents call it. */
export interface UnitState {
  readonly name: string;
  readonly parentId: string | null;
  readonly aliases: readonly string[];
}
