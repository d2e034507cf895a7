import { Drawer, Skeleton } from 'antd';
import { lazy, type ReactElement, Suspense } from 'react';
import { type TaskRow } from '../api/answer';
import { type Batch, BatchProgress, tallyOf } from '../batch';
import { LEDGER_WORDS } from '../words/ledger.words';
import { type BatchAct, type BatchForm } from './batch-acts';
import './task-batch.css';

const BatchAsk = lazy(() => import('./batch-ask'));

const words = LEDGER_WORDS.batch;

interface Props {
  /** The act that was chosen; null: none. A batch under way is shown whatever was chosen. */
  readonly act: BatchAct | null;
  readonly open: boolean;
  readonly rows: readonly TaskRow[];
  readonly batch: Batch<BatchForm>;
  readonly onClose: () => void;
  /** The batch is through and was put away. */
  readonly onFinished: () => void;
}

/** Says what will happen to how many and for which it cannot, asks once what is common, then shows how it goes. */
export function BatchSheet({ act, open, rows, batch, onClose, onFinished }: Props): ReactElement {
  const shown = batch.state?.form.act ?? act;
  const close = (): void => {
    if (!batch.running && isThrough(batch)) {
      batch.drop();
      onFinished();
    } else onClose();
  };
  return (
    <Drawer
      open={open}
      onClose={close}
      size={560}
      title={shown === null ? '' : words.acts[shown].title}
      destroyOnHidden
    >
      {batch.state !== null && (
        <BatchProgress batch={batch} doneSentence={words.acts[batch.state.form.act].done} onFinished={onFinished} />
      )}
      {batch.state === null && act !== null && (
        <Suspense fallback={<Skeleton active />}>
          <BatchAsk act={act} rows={rows} batch={batch} />
        </Suspense>
      )}
    </Drawer>
  );
}

/** True when every item of the batch is done. */
function isThrough({ state }: Batch<BatchForm>): boolean {
  return state !== null && tallyOf(state).done === state.items.length;
}
