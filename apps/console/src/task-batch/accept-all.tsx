import { Button } from 'antd';
import { type ReactElement } from 'react';
import { LEDGER_WORDS } from '../words/ledger.words';
import { AcceptSheet } from './accept-sheet';
import { BatchNotice } from './batch-notice';
import { useTaskBatch } from './use-task-batch';

const words = LEDGER_WORDS.batch.accepting;

interface Props {
  /** How many assignments wait for an answer, as far as the list beside it knows. */
  readonly waiting: number;
  /** Of one ledger; null: of all. */
  readonly ledgerId: string | null;
  /** Opens the form of an act: for what is declined. */
  readonly onAct: (taskId: string, operation: 'task.decline') => void;
}

/** 批量签收: offered where several assignments wait, and while an earlier batch is not through. */
export function AcceptAll({ waiting, ledgerId, onAct }: Props): ReactElement | null {
  const { batch, sheetOpen, setSheetOpen } = useTaskBatch('accepting');
  if (waiting < 2 && batch.state === null && !sheetOpen) return null;
  return (
    <>
      {!sheetOpen && <BatchNotice batch={batch} onLook={() => setSheetOpen(true)} />}
      {waiting > 1 && batch.state === null && <Button onClick={() => setSheetOpen(true)}>{words.open}</Button>}
      {sheetOpen && <AcceptSheet ledgerId={ledgerId} batch={batch} onAct={onAct} onClose={() => setSheetOpen(false)} />}
    </>
  );
}
