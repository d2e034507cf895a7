import { unitIdentity } from '#domain';
import { derivedId } from '../command/derived-id';

/** The id of a unit: one name is one unit under its parent. */
export function unitIdFor(name: string, parentId: string | null): string {
  return derivedId('unit', ...unitIdentity({ name, parentId }));
}
