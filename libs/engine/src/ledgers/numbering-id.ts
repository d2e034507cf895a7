import { type LedgerNumber, numberingIdentity } from '#domain';
import { derivedId } from '../command/derived-id';

/** The id of a code or closing prefix: every way of writing it is one stream over the whole installation. */
export function numberingIdFor(number: LedgerNumber): string {
  return derivedId('numbering', ...numberingIdentity(number));
}
