import {
  calendarCommandSchemas,
  ledgerCommandSchemas,
  lifecycleFaults,
  PERMISSIONS,
  postCommandSchemas,
  seriesCommandSchemas,
  taskCommandSchemas,
  unitCommandSchemas,
} from '#domain';
import { TaizhangError } from '#platform';

const COMMANDS = [
  ledgerCommandSchemas,
  taskCommandSchemas,
  unitCommandSchemas,
  postCommandSchemas,
  seriesCommandSchemas,
  calendarCommandSchemas,
].flatMap((schemas) => Object.keys(schemas));

/**
 * Checks the declared tables against each other when the program starts: the lifecycle is sound, every command and every
 * routed operation has its line in the permission table.
 * @param routed operations that the API offers
 * @throws TaizhangError ENGINE.TABLES_UNSOUND, naming what is missing
 */
export function assertTablesSound(routed: readonly string[] = []): void {
  const unruled = [...COMMANDS, ...routed].filter((operation) => !Object.hasOwn(PERMISSIONS, operation));
  const faults = [...unruled.map((operation) => `${operation} has no permission line`), ...lifecycleFaults()];
  if (faults.length === 0) return;
  throw new TaizhangError(
    'ENGINE.TABLES_UNSOUND',
    `程序内部规则表不完整，不能启动：${faults.join('；')}。请联系开发人员。`,
  );
}
