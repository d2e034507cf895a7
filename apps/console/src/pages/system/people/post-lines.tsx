import { App, Button, Form, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, bodyOf } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../../app/session';
import { LineItem } from '../../../forms/text-item';
import { ProblemNote } from '../../../parts/problem-note';
import { ChangeNote } from '../../../people/post-gaps/change-note';
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
  if (posts.length === 0) return <p className="quiet">{words.noPosts}</p>;
  return (
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
            <span className="quiet">{words.chargeOf(post.inCharge.map(({ name }) => name).join(WORDS.parts.and))}</span>
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
      {revoking !== null && <RevokeForm post={revoking} name={account.displayName} onClose={() => setRevoking(null)} />}
      {charging !== null && <ChargeForm post={charging} name={account.displayName} onClose={() => setCharging(null)} />}
    </ul>
  );
}

interface RevokeProps {
  readonly post: PostRow;
  readonly name: string;
  readonly onClose: () => void;
}

function RevokeForm({ post, name, onClose }: RevokeProps): ReactElement {
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const role = WORDS.terms.roles[post.role];
  const revoke = useCommand(({ reason }: { reason: string }, key) =>
    api
      .POST('/api/accounts/{id}/revoke-post', {
        params: { path: { id: post.accountId }, header: { 'Idempotency-Key': key } },
        body: { postId: post.postId, reason },
      })
      .then(bodyOf),
  );
  const send = (values: { reason: string }): void =>
    revoke.mutate(values, {
      onSuccess: () => {
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
      <p>{words.revokeWhat(name)}</p>
      {own && <p className="state-late">{words.ownSecurity}</p>}
      <ChangeNote change={{ act: 'account.revoke-post', accountId: post.accountId, postId: post.postId }} />
      {revoke.error && <ProblemNote problem={revoke.error} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <LineItem name="reason" label={words.reason} required max={300} />
      </Form>
    </Modal>
  );
}
