import { type Operation, permittingPost } from '#domain';
import { TaizhangError } from '#platform';
import { type Caller } from './caller';

/** Stops a caller whose posts do not permit an operation that is no command of an aggregate. @throws PERMISSION.DENIED */
export function requirePermission({ actor }: Caller, operation: Operation): void {
  const reach = { ledgerId: actor.posts.find(({ ledgerId }) => ledgerId !== null)?.ledgerId ?? null };
  if (permittingPost(actor, operation, reach)) return;
  throw new TaizhangError('PERMISSION.DENIED', '您的岗位不能办理此事项，请联系管理员或由有权限的人员办理。');
}
