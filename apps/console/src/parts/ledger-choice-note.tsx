import { Button } from 'antd';
import { type ReactElement } from 'react';
import { useLedgerChoice } from '../app/ledger-choice';
import { EmptyNote } from './empty-note';

/** Asks for a ledger where a view is of one only. */
export function LedgerChoiceNote({ why }: { readonly why: string }): ReactElement {
  const { ledgers, choose } = useLedgerChoice();
  const next = (
    <div className="choice-buttons">
      {ledgers.map(({ ledgerId, name }) => (
        <Button key={ledgerId} onClick={() => choose(ledgerId)}>
          {name}
        </Button>
      ))}
    </div>
  );
  return <EmptyNote why={why} next={next} />;
}
