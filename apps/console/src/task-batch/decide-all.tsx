import { Button } from 'antd';
import { type ReactElement } from 'react';
import { LEDGER_WORDS } from '../words/ledger.words';
import { BatchNotice } from './batch-notice';
import { DecideSheet } from './decide-sheet';
import { useTaskBatch } from './use-task-batch';

const words = LEDGER_WORDS.batch.deciding;

interface Props {
  /** How many tasks wait for a decision, as far as the list beside it knows. */
  readonly waiting: number;
  /** Of one ledger; null: of all. */
  readonly ledgerId: string | null;
}

/** 批量审批: offered where several decisions wait, and while an earlier batch is not through. */
export function DecideAll({ waiting, ledgerId }: Props): ReactElement | null {
  const { batch, sheetOpen, setSheetOpen } = useTaskBatch('deciding');
  if (waiting < 2 && batch.state === null && !sheetOpen) return null;
  return (
    <>
      {!sheetOpen && <BatchNotice batch={batch} onLook={() => setSheetOpen(true)} />}
      {waiting > 1 && batch.state === null && <Button onClick={() => setSheetOpen(true)}>{words.open}</Button>}
      {sheetOpen && <DecideSheet ledgerId={ledgerId} batch={batch} onClose={() => setSheetOpen(false)} />}
    </>
  );
}
