import { type Rejection } from '#domain';
import { TaizhangError } from '#platform';

/** A command that was decided against, or not permitted. Nothing was changed. */
export class CommandRefused extends TaizhangError {
  constructor({ code, message }: Pick<Rejection, 'code' | 'message'>) {
    super(code, message);
  }
}

/** True for a refusal of one code. */
export function isRefusedWith(error: unknown, code: string): boolean {
  return error instanceof CommandRefused && error.code === code;
}

/** The refusal of a command whose stream never stood still. It says nothing of the command: sent again it may be accepted. */
export const CONTENDED = { code: 'COMMAND.CONTENDED', message: '该事项正被多人同时办理，请稍后重试。' };
