import { type Operation, PERMISSION_DENIED, sightOf } from '#domain';
import { TaizhangError } from '#platform';
import { type Caller } from './caller';

/**
 * Stops a caller none of whose posts has to do with an operation that is no command of an aggregate. How far a read
 * reaches is for its query: what lies outside is as if it were not there. @throws TaizhangError PERMISSION.DENIED
 */
export function requirePermission({ actor }: Caller, operation: Operation): void {
  if (sightOf(actor, operation).length > 0) return;
  throw new TaizhangError(PERMISSION_DENIED.code, PERMISSION_DENIED.message);
}
