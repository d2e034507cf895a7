import { type HomeRow } from '../api/answer';

/** The address of the list that holds what waits for me of one kind. @param ledgerId null: of all ledgers */
export function waitingList(ledgerId: string | null, kind: HomeRow['kind']): string {
  const filter = { ...(ledgerId === null ? {} : { ledgerId }), mine: kind };
  return `/ledger?${new URLSearchParams(filter).toString()}`;
}
