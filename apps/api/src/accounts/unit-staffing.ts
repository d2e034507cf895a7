import { type Role, staffingOf } from '#domain';
import { type UnitPost } from '#projections';
import { type UnitStaffing } from '#contracts';

/**
 * How far units can act by themselves.
 * @param posts by which people act for units
 * @param enabled the accounts that can sign in
 */
export function staffingOfUnits(posts: readonly UnitPost[], enabled: ReadonlySet<string>): UnitStaffing['units'] {
  const roles = new Map<string, Role[]>();
  for (const { unitId, accountId, role } of posts) {
    if (enabled.has(accountId)) roles.set(unitId, [...(roles.get(unitId) ?? []), role]);
  }
  return [...roles].flatMap(([unitId, held]) => {
    const staffing = staffingOf(held);
    return staffing === 'nobody' ? [] : [{ unitId, staffing }];
  });
}
