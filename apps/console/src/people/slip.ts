import { type GrantableRole } from './roles';

/** What is printed on one person's slip. */
export interface Slip {
  readonly name: string;
  readonly unitName: string;
  readonly roles: readonly GrantableRole[];
  readonly loginName: string;
  readonly oneTimePassword: string;
}

/** Slips on one sheet of A4: two columns of four. */
export const SLIPS_PER_SHEET = 8;

/** Slips by sheet. */
export function sheetsOf(slips: readonly Slip[]): readonly (readonly Slip[])[] {
  const sheets = Math.ceil(slips.length / SLIPS_PER_SHEET);
  return Array.from({ length: sheets }, (_, sheet) =>
    slips.slice(sheet * SLIPS_PER_SHEET, (sheet + 1) * SLIPS_PER_SHEET),
  );
}
