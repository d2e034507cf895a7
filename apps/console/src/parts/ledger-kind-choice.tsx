import { Radio, Space } from 'antd';
import { type ReactElement } from 'react';
import { LEDGER_KINDS, type LedgerKind, ledgerKindSchema, outcomeSchema } from '#domain';
import { WORDS } from '../words';

interface Props {
  readonly value?: LedgerKind;
  readonly onChange?: (kind: LedgerKind) => void;
}

/** The kinds of ledgers, each with what it calls the outcomes of its tasks. */
export function LedgerKindChoice({ value, onChange }: Props): ReactElement {
  return (
    <Radio.Group
      aria-label={WORDS.terms.ledgerKind}
      value={value}
      onChange={({ target }) => onChange?.(ledgerKindSchema.parse(target.value))}
    >
      <Space orientation="vertical" size={4}>
        {ledgerKindSchema.options.map((kind) => (
          <Radio key={kind} value={kind}>
            {LEDGER_KINDS[kind].word}{' '}
            <span className="quiet">
              {outcomeSchema.options.map((outcome) => LEDGER_KINDS[kind].outcomes[outcome]).join(WORDS.parts.or)}
            </span>
          </Radio>
        ))}
      </Space>
    </Radio.Group>
  );
}
