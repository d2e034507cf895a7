import { type Operation, sightOf } from '#domain';
import { TaizhangError } from '#platform';
import { type Caller } from './caller';

/**
 * Stops a caller none of whose posts has to do with an operation that is no command of an aggregate. How far a read
 * reaches is for its query: what lies outside is as if it were not there. @throws TaizhangError PERMISSION.DENIED
 */
export function requirePermission({ actor }: Caller, operation: Operation): void {
  if (sightOf(actor, operation).length > 0) return;
  throw new TaizhangError('PERMISSION.DENIED', '您的岗位不能办理此事项，请联系管理员或由有权限的人员办理。');
}
