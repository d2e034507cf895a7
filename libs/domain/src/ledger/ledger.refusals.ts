import { reject, type Rejection } from '../shared/rejection';

/** The refusal of an act on, or in, a ledger that is not there. */
export const LEDGER_UNKNOWN: Rejection = reject('LEDGER.UNKNOWN', '没有找到这本台账，请先建立台账。');

/** The refusal of setting up a ledger that is there. */
export const LEDGER_EXISTS: Rejection = reject('LEDGER.EXISTS', '这本台账已经建立，请直接打开使用。');
