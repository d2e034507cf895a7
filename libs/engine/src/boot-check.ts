import { ACTS, lifecycleFaults, PERMISSIONS } from '#domain';
import { TaizhangError } from '#platform';

/**
 * Checks the declared lists against each other when the program starts: the lifecycle is sound, every act has somebody who may do
 * it, and every routed operation has its line in the permission table.
 * @param routed operations that the API offers
 * @throws TaizhangError ENGINE.TABLES_UNSOUND, naming what is missing
 */
export function assertTablesSound(routed: readonly string[] = []): void {
  const unruled = routed.filter((operation) => !PERMISSIONS.has(operation));
  const forNobody = ACTS.filter(({ grants }) => grants.length === 0);
  const faults = [
    ...unruled.map((operation) => `${operation} has no permission line`),
    ...forNobody.map(({ type }) => `${type} is granted to nobody`),
    ...lifecycleFaults(),
  ];
  if (faults.length === 0) return;
  throw new TaizhangError(
    'ENGINE.TABLES_UNSOUND',
    `程序内部规则表不完整，不能启动：${faults.join('；')}。请联系开发人员。`,
  );
}
