import { App, Button, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { LEDGER_KINDS, type LedgerKind } from '#domain';
import { type LedgerRow } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { useCommand } from '../../api/command';
import { mayIn, useMe } from '../../app/session';
import { LedgerKindChoice } from '../../parts/ledger-kind-choice';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';

const words = LEDGER_WORDS.kind;

/** The kind of the ledger; whoever may change it can, until a task in it is closed. */
export function LedgerKindMark({ ledger }: { readonly ledger: LedgerRow }): ReactElement {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const changeable = mayIn(me, 'ledger.classify', ledger.ledgerId) && (ledger.counts.closed ?? 0) === 0;
  return (
    <span className="quiet wide-only">
      {words.is(LEDGER_KINDS[ledger.kind].word)}
      {changeable && (
        <Button type="link" className="no-print" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      )}
      {open && <ClassifyDialog ledger={ledger} onClose={() => setOpen(false)} />}
    </span>
  );
}

interface Props {
  readonly ledger: LedgerRow;
  readonly onClose: () => void;
}

function ClassifyDialog({ ledger, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const [kind, setKind] = useState<LedgerKind>(ledger.kind);
  const classify = useCommand((body: { kind: LedgerKind }, key) =>
    api
      .POST('/api/ledgers/{id}/classify', {
        params: { path: { id: ledger.ledgerId }, header: { 'Idempotency-Key': key } },
        body,
      })
      .then(bodyOf),
  );
  const send = (): void =>
    classify.mutate(
      { kind },
      {
        onSuccess: () => {
          void message.success(words.changed(LEDGER_KINDS[kind].word));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={words.title}
      okText={words.change}
      cancelText={WORDS.parts.cancel}
      okButtonProps={{ loading: classify.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      {classify.error && <ProblemNote problem={classify.error} />}
      <LedgerKindChoice value={kind} onChange={setKind} />
      <p className="quiet">{words.hint}</p>
    </Modal>
  );
}
