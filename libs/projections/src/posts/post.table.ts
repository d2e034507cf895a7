import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** A post as it is granted. */
interface GrantedPost {
  readonly postId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly role: string;
  readonly ledgerId: string | null;
  readonly practice: boolean;
  readonly inCharge: readonly string[];
  readonly recordedAt: string;
  readonly position: string;
}

const column = columnsOf<GrantedPost>();

/** One row per post. */
export const POST = table('post', {
  post_id: column.uuid(({ postId }) => postId, { key: true }),
  account_id: column.uuid(({ accountId }) => accountId),
  unit_id: column.uuid(({ unitId }) => unitId),
  role: column.text(({ role }) => role),
  ledger_id: column.uuidOrNull(({ ledgerId }) => ledgerId, {
    comment: 'Null: in all ledgers but those for practice.',
  }),
  practice: column.boolean(({ practice }) => practice, {
    comment: 'In the practice ledger of the account, and for nothing else.',
  }),
  in_charge: column.uuids(({ inCharge }) => inCharge, {
    comment: 'The units that a leader is in charge of. Empty: all below the unit of the post.',
  }),
  granted_at: column.instant(({ recordedAt }) => recordedAt),
  revoked_at: column.instantOrNull(() => null, { comment: 'Null while the post is held.' }),
  position: column.bigint(({ position }) => position),
});
