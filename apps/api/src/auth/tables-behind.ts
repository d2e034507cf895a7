import { TaizhangError } from '#platform';

/** True for an error that says of the read models that they are behind the log or stand still: what was written stays written. */
export function saysTablesBehind(error: unknown): error is TaizhangError {
  return error instanceof TaizhangError && error.code.startsWith('PROJECTION.');
}
