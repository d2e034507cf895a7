import { TaizhangError } from '#platform';

/**
 * A fault of ours: a rule threw, or decided an event that the event's own schema refuses. Nothing was recorded, and the same
 * command fails again until the program is mended. The cause is for the log only.
 */
export class CommandFault extends TaizhangError {
  constructor(cause: unknown) {
    super('COMMAND.FAULT', '程序办理这项操作时出错，没有记录任何内容，请将此情况告知管理员。', undefined, cause);
  }
}
