import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { TASK_ACTS } from '#domain';
import { MOST_IN_BATCH } from '../../batch';
import { problemOf } from '../../api/problem';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { type BatchAct } from '../../task-batch/batch-acts';
import { readAllRows } from './use-ledger-rows';
import { type ViewControl } from './use-ledger-view';
import { type Selection } from './use-selection';

const words = LEDGER_WORDS.batch;

interface Props {
  readonly control: ViewControl;
  readonly selection: Selection;
  readonly acts: readonly BatchAct[];
  /** Rows that the filters let through. */
  readonly total: number;
  readonly onAct: (act: BatchAct) => void;
}

/** What can be done with the chosen rows. */
export function SelectionBar({ control, selection, acts, total, onAct }: Props): ReactElement {
  const { view, ledgerId } = control;
  const { message } = App.useApp();
  const [reading, setReading] = useState(false);
  const most = Math.min(total, MOST_IN_BATCH);
  const selectAll = async (): Promise<void> => {
    setReading(true);
    try {
      selection.toggle((await readAllRows(view, ledgerId, MOST_IN_BATCH)).rows, true);
    } catch (error) {
      void message.error(problemOf(error).message);
    } finally {
      setReading(false);
    }
  };
  return (
    <div className="selection-bar" role="region" aria-label={words.selectRows}>
      <span className="keep number" aria-live="polite">
        {words.selected(selection.rows.length)}
      </span>
      {acts.map((act) => (
        <Button key={act} onClick={() => onAct(act)}>
          {TASK_ACTS[act].word}
        </Button>
      ))}
      {selection.rows.length < most && (
        <Button type="link" loading={reading} onClick={() => void selectAll()}>
          {total > MOST_IN_BATCH ? words.selectMost(MOST_IN_BATCH) : words.selectAll(total)}
        </Button>
      )}
      <Button type="link" onClick={selection.clear}>
        {words.clear}
      </Button>
    </div>
  );
}
