import { FileTextOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { type Problem, problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { ProblemNote } from '../../parts/problem-note';
import { IMPORT_WORDS } from '../../words/import.words';
import { documentIn } from './model/document-in';
import { LedgerField, useImportLedgers } from './ledger-field';
import { type Work } from './model/work';
import { type Given, MOST_BYTES, readDocument, workByHand } from './read-document';
import { UnfinishedImports } from './unfinished-imports';

const words = IMPORT_WORDS.file;

/** What to do about a document that cannot be read. */
const HELP: Readonly<Record<string, string>> = {
  'DOCUMENT.BINARY': words.saveAsText,
  'DOCUMENT.ENCODING': words.saveAsUtf8,
  'DOCUMENT.NO_TASK': words.noTask,
};

interface Props {
  readonly onRead: (work: Work) => void;
}

/** First step: the document and the ledger. Nothing is saved by reading. */
export function ChooseDocument({ onRead }: Props): ReactElement {
  const [text, setText] = useState('');
  const [ledgerId, setLedgerId] = useDefaultLedger();
  const [hint, setHint] = useState<string | null>(null);
  const read = useMutation<Work, Problem, Given>({
    mutationFn: (given) =>
      readDocument(given, ledgerId).catch((error: unknown) => {
        throw problemOf(error);
      }),
    onSuccess: onRead,
  });
  const start = (given: Given): void => {
    const wrong = whatIsWrong(given, ledgerId);
    setHint(wrong);
    if (wrong === null) read.mutate(given);
  };
  const startWithText = (): void => start({ bytes: new Blob([text]), fileName: words.pasted, text });
  return (
    <div className="import-start">
      <section className="panel one-column" aria-labelledby="import-file">
        <h2 id="import-file">{words.heading}</h2>
        {hint !== null && <Alert className="notice" type="warning" showIcon role="alert" title={hint} />}
        {read.error && (
          <ReadingProblem problem={read.error} onByHand={() => onRead(workByHand(words.handTitle, ledgerId))} />
        )}
        <Form layout="vertical" requiredMark={false} onFinish={startWithText}>
          <Form.Item label={words.paste} htmlFor="import-text">
            <Input.TextArea
              id="import-text"
              rows={10}
              value={text}
              placeholder={words.pasteHint}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={({ key, ctrlKey, metaKey }) => {
                if (key === 'Enter' && (ctrlKey || metaKey)) startWithText();
              }}
            />
          </Form.Item>
          <FilePick busy={read.isPending} onPicked={start} />
          <Form.Item label={IMPORT_WORDS.ledger.label} htmlFor="import-ledger">
            <LedgerField id="import-ledger" value={ledgerId} onChange={setLedgerId} document={documentIn(text)} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={read.isPending}>
            {read.isPending ? words.reading : words.read}
          </Button>
        </Form>
      </section>
      <UnfinishedImports ledgerId={ledgerId} />
    </div>
  );
}

/** The ledger that is looked at, unless another one is chosen here. */
function useDefaultLedger(): readonly [string | null, (ledgerId: string) => void] {
  const { chosen } = useLedgerChoice();
  const permitted = useImportLedgers();
  const [own, setOwn] = useState<string | null>(null);
  const first = permitted.find(({ ledgerId }) => ledgerId === chosen?.ledgerId) ?? permitted[0];
  return [own ?? first?.ledgerId ?? null, setOwn];
}

function whatIsWrong({ bytes, text }: Given, ledgerId: string | null): string | null {
  if (bytes.size > MOST_BYTES) return words.tooLarge(MOST_BYTES / 1024 / 1024);
  const pasted = !(bytes instanceof File);
  if (pasted && text.trim() === '') return words.nothing;
  return ledgerId === null ? words.chooseLedger : null;
}

function FilePick({
  busy,
  onPicked,
}: {
  readonly busy: boolean;
  readonly onPicked: (given: Given) => void;
}): ReactElement {
  return (
    <Upload.Dragger
      className="import-file"
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        onPicked({ bytes: file, fileName: file.name, text: '' });
        return false;
      }}
    >
      <p className="import-file-line">
        <FileTextOutlined aria-hidden="true" /> {words.pick}
      </p>
      <p className="quiet">{words.pickHint}</p>
    </Upload.Dragger>
  );
}

interface ProblemProps {
  readonly problem: Problem;
  readonly onByHand: () => void;
}

function ReadingProblem({ problem, onByHand }: ProblemProps): ReactElement {
  const help = HELP[problem.code];
  return (
    <ProblemNote problem={problem}>
      {help !== undefined && <p className="import-help">{help}</p>}
      {problem.code === 'DOCUMENT.NO_TASK' && (
        <p>
          <Button size="small" onClick={onByHand}>
            {words.byHand}
          </Button>
        </p>
      )}
    </ProblemNote>
  );
}
