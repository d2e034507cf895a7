import { reject, type Rejection } from '../shared/rejection';
import { type LedgerNumberKind } from './ledger-numbers';

/** The refusal of an act on, or in, a ledger that is not there. */
export const LEDGER_UNKNOWN: Rejection = reject('LEDGER.UNKNOWN', '没有找到这本台账，请先建立台账。');

/** The refusal of setting up a ledger that is there. */
export const LEDGER_EXISTS: Rejection = reject('LEDGER.EXISTS', '这本台账已经建立，请直接打开使用。');

/** The refusal of a ledger whose numbers are not set aside for it. The engine claims them and asks again. */
export const NUMBERS_NOT_CLAIMED: Rejection = reject(
  'LEDGER.NUMBERS_NOT_CLAIMED',
  '编号尚未占用，台账没有建立，请重新提交。',
);

/** The refusal of a ledger that another command is setting up at this moment. */
export const CREATION_UNDERWAY: Rejection = reject(
  'LEDGER.CREATION_UNDERWAY',
  '这本台账正在建立，请稍候刷新查看结果。',
);

/** The refusal of a code or a closing prefix that another ledger has. */
export function numberTaken(kind: LedgerNumberKind, number: string, ledgerName: string): Rejection {
  return kind === 'code'
    ? reject('LEDGER.CODE_TAKEN', `任务编号前缀“${number}”已被《${ledgerName}》台账使用，请另取一个。`)
    : reject('LEDGER.PREFIX_TAKEN', `销号文号前缀“${number}”已被《${ledgerName}》台账使用，请另取一个。`);
}
