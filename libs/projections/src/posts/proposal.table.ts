import { type Asked } from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** What was asked for on an account, as it is proposed. */
interface MadeProposal {
  readonly proposalId: string;
  readonly accountId: string;
  readonly asked: Asked;
  readonly reason: string;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly recordedAt: string;
  readonly position: string;
}

const column = columnsOf<MadeProposal>();

/** One row per proposal on an account. */
export const PROPOSAL = table('proposal', {
  proposal_id: column.uuid(({ proposalId }) => proposalId, { key: true }),
  account_id: column.uuid(({ accountId }) => accountId, { comment: 'The account concerned.' }),
  act: column.text(({ asked }) => asked.act),
  unit_id: column.uuidOrNull(({ asked }) => (asked.act === 'account.grant-post' ? asked.post.unitId : null)),
  role: column.textOrNull(({ asked }) => (asked.act === 'account.grant-post' ? asked.post.role : null)),
  ledger_id: column.uuidOrNull(({ asked }) => (asked.act === 'account.grant-post' ? asked.post.ledgerId : null)),
  asked_by: column.uuid(({ by }) => by.accountId),
  asked_by_name: column.text(({ by }) => by.name),
  asked_at: column.instant(({ recordedAt }) => recordedAt),
  grounds: column.text(({ reason }) => reason, { comment: 'Why it was asked for.' }),
  result: column.textOrNull(() => null, { comment: 'Null while nobody has decided.' }),
  reason: column.text(() => ''),
  decided_by_name: column.textOrNull(() => null),
  decided_at: column.instantOrNull(() => null),
  done: column.boolean(() => false, {
    comment: 'What was approved has been done: of a reset, that the password was given out.',
  }),
  position: column.bigint(({ position }) => position),
});
