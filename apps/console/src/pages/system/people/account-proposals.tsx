import { Button, Form, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { dayInShanghai } from '#domain';
import { type Answer } from '../../../api/answer';
import { api, bodyOf, reads } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../../app/session';
import { LineItem } from '../../../forms/text-item';
import { ProblemNote } from '../../../parts/problem-note';
import { type AccountRow } from '../../../people/use-register';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';

const words = SYSTEM_WORDS.people.waiting;

type Proposal = Answer<'/api/account-proposals'>['proposals'][number];

/** What waits for a second administrator, with both answers; and resets that were approved and can be made. Nothing while nothing waits. */
export function AccountProposals({ accounts }: { readonly accounts: readonly AccountRow[] }): ReactElement | null {
  const { data } = reads.useQuery('get', '/api/account-proposals', {});
  const proposals = data?.proposals ?? [];
  const open = proposals.filter(({ result }) => result === null);
  const ready = proposals.filter(
    ({ act, result, done }) => act === 'account.reset-password' && result === 'approved' && !done,
  );
  const nameOf = (id: string): string => accounts.find(({ accountId }) => accountId === id)?.displayName ?? id;
  if (open.length + ready.length === 0) return null;
  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="plain-lines">
        {open.map((proposal) => (
          <ProposalLine key={proposal.proposalId} proposal={proposal} name={nameOf(proposal.accountId)} />
        ))}
        {ready.map(({ proposalId, accountId }) => (
          <li key={proposalId}>{words.resetReady(nameOf(accountId))}</li>
        ))}
      </ul>
    </section>
  );
}

function ProposalLine({ proposal, name }: { readonly proposal: Proposal; readonly name: string }): ReactElement {
  const me = useMe();
  const { ledgers } = useLedgerChoice();
  const [refusing, setRefusing] = useState(false);
  const { proposalId, accountId: id, post, askedBy, askedAt } = proposal;
  const paramsOf = (key: string) => ({ path: { id }, header: { 'Idempotency-Key': key } });
  const decide = useCommand((body: { result: 'approved' | 'refused'; reason?: string }, key) =>
    api
      .POST('/api/accounts/{id}/decide-proposal', { params: paramsOf(key), body: { proposalId, ...body } })
      .then(bodyOf),
  );
  const recall = useCommand((_input: object, key) =>
    api.POST('/api/accounts/{id}/recall-proposal', { params: paramsOf(key), body: { proposalId } }).then(bodyOf),
  );
  const ledger = ledgers.find(({ ledgerId }) => ledgerId === post?.ledgerId)?.name ?? WORDS.app.allLedgers;
  const what = post ? words.grant(name, post.unit.name, WORDS.terms.roles[post.role], ledger) : words.reset(name);
  const own = askedBy.accountId === me.accountId;
  const concerned = id === me.accountId;
  const may = mayAnywhere(me, 'account.decide-proposal');
  const problem = decide.error ?? recall.error;
  return (
    <li className="post-line">
      <span>{what}</span>
      <span className="quiet">{words.by(askedBy.name, dayInShanghai(askedAt))}</span>
      {may && !own && concerned && <span className="quiet">{words.concerned}</span>}
      {may && own && (
        <>
          <span className="quiet">{words.own}</span>
          <Button size="small" loading={recall.isPending} onClick={() => recall.mutate({})}>
            {words.recall}
          </Button>
        </>
      )}
      {may && !own && !concerned && (
        <>
          <Button
            size="small"
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ result: 'approved' })}
          >
            {words.approve}
          </Button>
          <Button size="small" onClick={() => setRefusing(true)}>
            {words.refuse}
          </Button>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
      {refusing && (
        <RefuseForm
          onClose={() => setRefusing(false)}
          onRefuse={(reason) => decide.mutate({ result: 'refused', reason }, { onSettled: () => setRefusing(false) })}
        />
      )}
    </li>
  );
}

interface RefuseProps {
  readonly onClose: () => void;
  readonly onRefuse: (reason: string) => void;
}

function RefuseForm({ onClose, onRefuse }: RefuseProps): ReactElement {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={words.refuseTitle} okText={words.refuse} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onRefuse(reason)}>
        <LineItem name="reason" label={words.reason} required max={300} />
      </Form>
    </Modal>
  );
}
