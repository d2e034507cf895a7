import { useState } from 'react';
import { type Batch, useBatch } from '../../batch';
import { type BatchForm } from './batch-acts';
import { readBatchForm, sendBatchItem } from './send-batch-item';

/** The ledger's batch and its sheet. */
export function useLedgerBatch(): {
  readonly batch: Batch<BatchForm>;
  readonly sheetOpen: boolean;
  readonly setSheetOpen: (open: boolean) => void;
} {
  const batch = useBatch<BatchForm>({ name: 'ledger', readForm: readBatchForm, send: sendBatchItem });
  const [sheetOpen, setSheetOpen] = useState(false);
  return { batch, sheetOpen, setSheetOpen };
}
