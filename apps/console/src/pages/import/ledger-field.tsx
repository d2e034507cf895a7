import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { type LedgerRow, type Me } from '../../api/answer';
import { useLedgerChoice } from '../../app/ledger-choice';
import { useMe } from '../../app/session';
import { IMPORT_WORDS } from '../../words/import.words';
import { WORDS } from '../../words';
import { type NamedDocument } from './model/document-in';
import { NewLedgerDialog } from './new-ledger-dialog';

interface Props {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (ledgerId: string) => void;
  readonly disabled?: boolean;
  /** The document that is being imported, as far as it is known: a new ledger is numbered after it. */
  readonly document?: NamedDocument;
}

const words = IMPORT_WORDS.ledger;
const NO_DOCUMENT: NamedDocument = { number: null, title: '' };

/** Which ledger the tasks go into; whoever may create ledgers can create one on the spot. */
export function LedgerField({ id, value, onChange, disabled = false, document = NO_DOCUMENT }: Props): ReactElement {
  const me = useMe();
  const ledgers = useImportLedgers();
  const [creating, setCreating] = useState(false);
  const options = ledgers.map((ledger) => ({ value: ledger.ledgerId, label: ledgerLabel(ledger) }));
  return (
    <div className="import-ledger">
      <Select
        id={id}
        aria-label={words.label}
        className="import-ledger-select"
        value={value}
        options={options}
        disabled={disabled}
        placeholder={words.none}
        notFoundContent={words.none}
        onChange={onChange}
      />
      {mayCreate(me) && !disabled && <Button onClick={() => setCreating(true)}>{words.create}</Button>}
      <NewLedgerDialog
        open={creating}
        document={document}
        onClose={() => setCreating(false)}
        onCreated={(ledgerId) => {
          setCreating(false);
          onChange(ledgerId);
        }}
      />
    </div>
  );
}

/** The ledgers that this person may import into. */
export function useImportLedgers(): readonly LedgerRow[] {
  const me = useMe();
  const { ledgers } = useLedgerChoice();
  const own = me.posts.filter(({ role }) => role === 'supervision-clerk').map(({ ledgerId }) => ledgerId);
  return ledgers.filter(({ ledgerId }) => own.includes(null) || own.includes(ledgerId));
}

/** How a ledger is called in a list. */
export function ledgerLabel({ name, practice }: LedgerRow): string {
  return practice ? `${name}（${WORDS.terms.practice}）` : name;
}

function mayCreate(me: Me): boolean {
  return me.posts.some(({ role, ledgerId }) => role === 'supervision-clerk' && ledgerId === null);
}
