import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { type Batch, tallyOf } from '../batch';
import { LEDGER_WORDS } from '../words/ledger.words';
import { type BatchForm } from './batch-acts';

const words = LEDGER_WORDS.batch;

/** Says that a batch was left unfinished, or goes on behind the closed sheet. */
export function BatchNotice({
  batch,
  onLook,
}: {
  readonly batch: Batch<BatchForm>;
  readonly onLook: () => void;
}): ReactElement | null {
  const { state } = batch;
  if (state === null) return null;
  const { left, failed } = tallyOf(state);
  if (left + failed === 0) return null;
  return (
    <Alert
      className="notice no-print"
      type="info"
      showIcon
      title={words.earlier(words.acts[state.form.act].title, left + failed)}
      action={<Button onClick={onLook}>{words.look}</Button>}
    />
  );
}
