/**
 * True when a position of the log comes after another. Positions are opaque outside the server but for their order: decimal
 * numbers of any length. After nothing (null) comes everything.
 */
export function isNewer(position: string, than: string | null): boolean {
  if (than === null) return true;
  return position.length === than.length ? position > than : position.length > than.length;
}
