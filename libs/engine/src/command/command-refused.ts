import { type Rejection } from '#domain';
import { TaizhangError } from '#platform';

/** A command that was decided against, or not permitted. Nothing was changed. */
export class CommandRefused extends TaizhangError {
  constructor({ code, message }: Pick<Rejection, 'code' | 'message'>) {
    super(code, message);
  }
}
