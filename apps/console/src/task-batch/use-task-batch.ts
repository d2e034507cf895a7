import { useState } from 'react';
import { type Batch, useBatch } from '../batch';
import { type BatchForm } from './batch-acts';
import { readBatchForm, sendBatchItem } from './send-batch-item';

/**
 * A batch of acts on tasks, and its sheet.
 * @param name of its place: each keeps one batch
 */
export function useTaskBatch(name: 'ledger' | 'accepting' | 'deciding'): {
  readonly batch: Batch<BatchForm>;
  readonly sheetOpen: boolean;
  readonly setSheetOpen: (open: boolean) => void;
} {
  const batch = useBatch<BatchForm>({ name, readForm: readBatchForm, send: sendBatchItem });
  const [sheetOpen, setSheetOpen] = useState(false);
  return { batch, sheetOpen, setSheetOpen };
}
