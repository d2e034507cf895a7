import { type z } from 'zod';
import { type LedgerNumberKind, ledgerNumberKey, ledgerNumberKindSchema } from '../ledger/ledger-numbers';
import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { reject, type Rejection } from '../shared/rejection';
import { idSchema, lineSchema } from '../shared/schema';
import { type NUMBERING_EVENTS } from './events';
import { type NumberingState } from './numbering.state';

export type NumberingEvent = EventIn<typeof NUMBERING_EVENTS>;

/** Defines an act on a code or closing prefix. All of them are the engine's: people create ledgers. */
export const numberingAct = actsOf<'numbering', NumberingState, NumberingEvent>('numbering');

/** The refusal of settling a reservation that is not there any more. */
export const NOT_CLAIMED: Rejection = reject('NUMBERING.NOT_CLAIMED', '该编号没有为这本台账占用，请重新提交。');

/** The refusal of giving a number back that its ledger has. */
export const IN_USE: Rejection = reject('NUMBERING.IN_USE', '该编号已由台账使用，不能释放。');

/** What every act on a number names. */
export const claimFields = {
  kind: ledgerNumberKindSchema,
  number: lineSchema(20),
  ledgerId: idSchema,
  claimId: idSchema,
} satisfies Record<string, z.ZodType>;

/** Two ways of writing one number are one stream: that is what makes it unique over the installation. */
export function numberingIdentity({
  kind,
  number,
}: {
  readonly kind: LedgerNumberKind;
  readonly number: string;
}): readonly string[] {
  return [kind, ledgerNumberKey(number)];
}
