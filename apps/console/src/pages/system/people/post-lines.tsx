import { App, Button, Form, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../../app/session';
import { LineItem } from '../../../forms/text-item';
import { useKeptForm } from '../../../forms/use-kept-form';
import { ProblemNote } from '../../../parts/problem-note';
import { ChangeNote } from '../../../people/post-gaps/change-note';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { dayInShanghai } from '#domain';
import { type ListedAccount, type PostRow } from './account-list';
import { ChargeForm } from './charge-form';

const words = SYSTEM_WORDS.people;

/** The posts that a person holds, each with the way to revoke it. */
export function PostLines({ listed: { account, posts } }: { readonly listed: ListedAccount }): ReactElement {
  const me = useMe();
  const { ledgers } = useLedgerChoice();
  const [revoking, setRevoking] = useState<PostRow | null>(null);
  const [charging, setCharging] = useState<PostRow | null>(null);
  const mayCharge = mayAnywhere(me, 'account.set-charge');
  const ledgerName = (ledgerId: string | null): string =>
    ledgerId === null ? WORDS.app.allLedgers : (ledgers.find((each) => each.ledgerId === ledgerId)?.name ?? '');
  // The forms stand beside the list: another window may end the very post that they are about.
  return (
    <>
      {posts.length === 0 && <p className="quiet">{words.noPosts}</p>}
      <ul className="plain-lines">
        {posts.map((post) => (
          <li key={post.postId} className="post-line">
            <span>
              {post.unit.name} {WORDS.terms.roles[post.role]}
            </span>
            <span className="quiet">
              {post.practice ? words.practicePost : ledgerName(post.ledgerId)}{' '}
              {words.since(dayInShanghai(post.grantedAt))}
            </span>
            {post.inCharge.length > 0 && (
              <span className="quiet">
                {words.chargeOf(post.inCharge.map(({ name }) => name).join(WORDS.parts.and))}
              </span>
            )}
            {post.role === 'leader' && !post.practice && account.accountId !== me.accountId && mayCharge && (
              <Button size="small" onClick={() => setCharging(post)}>
                {words.setCharge}
              </Button>
            )}
            {!post.practice && mayAnywhere(me, 'account.revoke-post') && (
              <Button size="small" danger onClick={() => setRevoking(post)}>
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoking !== null && <RevokeForm post={revoking} name={account.displayName} onClose={() => setRevoking(null)} />}
      {charging !== null && <ChargeForm post={charging} name={account.displayName} onClose={() => setCharging(null)} />}
    </>
  );
}

const endingSchema = z.object({ reason: z.string() });
type Ending = z.infer<typeof endingSchema>;
const NO_REASON: Ending = { reason: '' };

interface RevokeProps {
  readonly post: PostRow;
  readonly name: string;
  readonly onClose: () => void;
}

function RevokeForm({ post, name, onClose }: RevokeProps): ReactElement {
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<Ending>();
  const kept = useKeptForm(`account.revoke-post/${post.postId}`, endingSchema.partial(), NO_REASON);
  const role = WORDS.terms.roles[post.role];
  const revoke = useCommand(({ reason }: Ending, key) =>
    api
      .POST('/api/accounts/{id}/revoke-post', {
        params: { path: { id: post.accountId }, header: { 'Idempotency-Key': key } },
        body: { postId: post.postId, reason },
      })
      .then(bodyOf),
  );
  const send = (values: Ending): void =>
    revoke.mutate(values, {
      onSuccess: () => {
        kept.drop();
        void message.success(words.revoked(role, name));
        onClose();
      },
    });
  const own = post.accountId === me.accountId && ['security-administrator', 'system-administrator'].includes(post.role);
  return (
    <Modal
      open
      title={words.revokeTitle(role, name)}
      okText={words.revoke}
      okButtonProps={{ danger: true, loading: revoke.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <RegisterMeanwhile category="account" id={post.accountId} />
      <p>{words.revokeWhat(name)}</p>
      {own && <p className="state-late">{words.ownSecurity}</p>}
      <ChangeNote change={{ act: 'account.revoke-post', accountId: post.accountId, postId: post.postId }} />
      {revoke.error && <ProblemNote problem={revoke.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={kept.start}
        onValuesChange={(_changed, values: Ending) => kept.keep(values)}
        onFinish={send}
      >
        <LineItem name="reason" label={words.reason} required max={300} />
      </Form>
    </Modal>
  );
}
