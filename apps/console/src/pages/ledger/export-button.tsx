import { App, Button, Modal, Progress } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { type Problem, problemOf } from '../../api/problem';
import { dayInShanghai } from '#domain';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { csvOf } from './csv';
import { FIELD_HEADS, fieldCells, type SourceOf } from './field-columns';
import { type LedgerView } from './ledger-view';
import { readAllRows } from './use-ledger-rows';

const words = LEDGER_WORDS.exporting;

/** Rows of a file at most: what a browser builds in some seconds. */
const MOST = 5_000;

interface Props {
  readonly view: LedgerView;
  readonly ledgerId: string | null;
  readonly ledgerName: string;
  readonly total: number;
  /** True when there are more than the total says. */
  readonly totalIsFloor: boolean;
  readonly totalWords: string;
  readonly sourceOf: SourceOf;
}

/** Puts the rows of the present filters into a file, in their order. */
export function ExportButton(props: Props): ReactElement {
  const { total, totalIsFloor, totalWords } = props;
  const [open, setOpen] = useState(false);
  const { run, stop, progress, problem } = useExport(props, () => setOpen(false));
  const most = totalIsFloor ? MOST : Math.min(MOST, Math.max(1, total));
  const close = (): void => {
    stop();
    setOpen(false);
  };
  return (
    <>
      <Button disabled={total === 0} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Modal
        open={open}
        title={words.title}
        okText={words.start}
        cancelText={WORDS.parts.cancel}
        confirmLoading={progress !== null}
        onOk={() => void run()}
        onCancel={close}
        destroyOnHidden
      >
        <p>{words.what(totalWords)}</p>
        {(totalIsFloor || total > MOST) && <p>{words.cut(MOST.toLocaleString('zh-CN'))}</p>}
        <p className="quiet">
          {words.columns}
          {FIELD_HEADS.join(WORDS.parts.and)}
        </p>
        {problem !== null && <ProblemNote problem={problem} />}
        {progress !== null && (
          <div aria-live="polite">
            <Progress percent={Math.floor((progress / most) * 100)} aria-label={words.title} />
            {words.reading(progress)}
          </div>
        )}
      </Modal>
    </>
  );
}

function useExport({ view, ledgerId, ledgerName, totalWords, sourceOf }: Props, onDone: () => void) {
  const { message } = App.useApp();
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const abort = useRef<AbortController | null>(null);
  const run = async (): Promise<void> => {
    const control = new AbortController();
    abort.current = control;
    setProblem(null);
    setProgress(0);
    try {
      const { rows, cut } = await readAllRows(view, ledgerId, MOST, setProgress, control.signal);
      const text = csvOf(
        FIELD_HEADS,
        rows.map((row) => fieldCells(row, sourceOf)),
      );
      download(text, words.file(ledgerName, dayInShanghai(Date.now())));
      void message.success(cut ? words.doneCut(rows.length, totalWords) : words.done(rows.length));
      onDone();
    } catch (error) {
      if (!control.signal.aborted) setProblem(problemOf(error));
    } finally {
      setProgress(null);
    }
  };
  return { run, stop: () => abort.current?.abort(), progress, problem };
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/gu, ' ');
  link.click();
  URL.revokeObjectURL(address);
}
