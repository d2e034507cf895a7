import { App, Button, Form, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { dayInShanghai } from '#domain';
import { api, bodyOf, reads } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../../app/session';
import { LineItem } from '../../../forms/text-item';
import { ProblemNote } from '../../../parts/problem-note';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type Proposal } from './reset-course';

const words = SYSTEM_WORDS.people.waiting;

/**
 * What waits for a second administrator, with both answers; resets that were approved and can be made; and, for whoever asked, what came to
 * nothing in the last thirty days. Nothing while there is none of it.
 */
export function AccountProposals(): ReactElement | null {
  const { data } = reads.useQuery('get', '/api/account-proposals', {});
  const me = useMe();
  const whatOf = useWhat();
  const proposals = data?.proposals ?? [];
  const open = proposals.filter(({ result }) => result === null);
  const ready = proposals.filter(
    ({ act, result, done }) => act === 'account.reset-password' && result === 'approved' && !done,
  );
  const ended = proposals.filter(({ askedBy }) => askedBy.accountId === me.accountId).flatMap(endedOf);
  if (open.length + ready.length + ended.length === 0) return null;
  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="plain-lines">
        {open.map((proposal) => (
          <ProposalLine key={proposal.proposalId} proposal={proposal} />
        ))}
        {ready.map(({ proposalId, name }) => (
          <li key={proposalId}>{words.resetReady(name)}</li>
        ))}
        {ended.map(({ proposal, result }) => (
          <li key={proposal.proposalId} className="quiet">
            {words.ended[result](whatOf(proposal), proposal.reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A request that came to nothing without its asker’s doing. */
function endedOf(proposal: Proposal) {
  const { result } = proposal;
  return result === 'refused' || result === 'overtaken' ? [{ proposal, result }] : [];
}

/** How a request is called. */
function useWhat() {
  const { ledgers } = useLedgerChoice();
  return ({ post, name }: Proposal): string => {
    if (post === null) return words.reset(name);
    const ledger = ledgers.find(({ ledgerId }) => ledgerId === post.ledgerId)?.name ?? WORDS.app.allLedgers;
    return words.grant(name, post.unit.name, WORDS.terms.roles[post.role], ledger);
  };
}

function ProposalLine({ proposal }: { readonly proposal: Proposal }): ReactElement {
  const me = useMe();
  const whatOf = useWhat();
  const { modal } = App.useApp();
  const [refusing, setRefusing] = useState(false);
  const { proposalId, accountId: id, askedBy, askedAt } = proposal;
  const paramsOf = (key: string) => ({ path: { id }, header: { 'Idempotency-Key': key } });
  const decide = useCommand((body: { result: 'approved' | 'refused'; reason?: string }, key) =>
    api
      .POST('/api/accounts/{id}/decide-proposal', { params: paramsOf(key), body: { proposalId, ...body } })
      .then(bodyOf),
  );
  const recall = useCommand((_input: object, key) =>
    api.POST('/api/accounts/{id}/recall-proposal', { params: paramsOf(key), body: { proposalId } }).then(bodyOf),
  );
  const askApproval = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: words.approveTitle,
      content: (
        <>
          <p>{whatOf(proposal)}</p>
          <p>{words.by(askedBy.name, dayInShanghai(askedAt))}</p>
          <ProposalGrounds proposal={proposal} />
          <p>{proposal.post === null ? words.approveReset(askedBy.name) : words.approveGrant}</p>
        </>
      ),
      okText: words.approve,
    });
    if (sure) decide.mutate({ result: 'approved' });
  };
  const own = askedBy.accountId === me.accountId;
  const concerned = id === me.accountId;
  const may = mayAnywhere(me, 'account.decide-proposal');
  const problem = decide.error ?? recall.error;
  return (
    <li className="post-line">
      <span>{whatOf(proposal)}</span>
      <ProposalGrounds proposal={proposal} />
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
          <Button size="small" type="primary" loading={decide.isPending} onClick={() => void askApproval()}>
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

/** Why it was asked for; of a post also by whose hands the account's password has gone, who could act by it. */
function ProposalGrounds({ proposal: { grounds, password, post } }: { readonly proposal: Proposal }): ReactElement {
  return (
    <>
      <p className="quiet">{grounds === '' ? words.noGrounds : words.why(grounds)}</p>
      {post !== null && password !== null && (
        <p className="quiet">
          {words.given[password.how](password.by.name, dayInShanghai(password.at))}
          {password.changedAt === null ? words.unchanged : words.changed(dayInShanghai(password.changedAt))}
        </p>
      )}
    </>
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
