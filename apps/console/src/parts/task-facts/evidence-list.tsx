import { App, Button, Modal } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { type Evidence } from '#domain';
import { problemOf } from '../../api/problem';
import { EmptyNote } from '../empty-note';
import { TASK_WORDS } from '../../words/task.words';
import { blobOfEvidence } from './evidence-file';
import { previewOf, sizeText } from './figure';
import { type ShownFile } from './reports';

const words = TASK_WORDS.evidence;

/** So many are shown at once; the others one click away. */
const FIRST = 6;

interface Seen {
  readonly fileName: string;
  readonly url: string;
}

/** The files of a task, with what can be shown of them here. */
export function EvidenceList({ files }: { readonly files: readonly ShownFile[] }): ReactElement {
  const { message } = App.useApp();
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => () => (seen === null ? undefined : URL.revokeObjectURL(seen.url)), [seen]);
  const show = (file: Evidence): void => {
    blobOfEvidence(file).then(
      (blob) => setSeen({ fileName: file.fileName, url: URL.createObjectURL(blob) }),
      (error: unknown) => void message.error(problemOf(error).message),
    );
  };
  if (files.length === 0) return <EmptyNote why={words.none} />;
  return (
    <>
      <Files files={files.slice(0, FIRST)} onShow={show} />
      {files.length > FIRST && (
        <details className="earlier">
          <summary>{words.others(files.length - FIRST)}</summary>
          <Files files={files.slice(FIRST)} onShow={show} />
        </details>
      )}
      <Modal
        open={seen !== null}
        title={seen?.fileName}
        onCancel={() => setSeen(null)}
        footer={null}
        width={900}
        centered
      >
        {seen !== null && <img className="preview" src={seen.url} alt={seen.fileName} />}
      </Modal>
    </>
  );
}

interface FilesProps {
  readonly files: readonly ShownFile[];
  readonly onShow: (file: Evidence) => void;
}

function Files({ files, onShow }: FilesProps): ReactElement {
  return (
    <ul className="fact-list">
      {files.map((shown) => (
        <OneFile key={`${shown.file.hash}/${shown.file.fileName}`} shown={shown} onShow={onShow} />
      ))}
    </ul>
  );
}

interface FileProps {
  readonly shown: ShownFile;
  readonly onShow: (file: Evidence) => void;
}

function OneFile({ shown: { file, on, unitName }, onShow }: FileProps): ReactElement {
  const { message } = App.useApp();
  const kind = previewOf(file.mediaType);
  const failed = (error: unknown): void => void message.error(problemOf(error).message);
  return (
    <li className="file">
      <span className="file-name">
        {file.fileName}
        <div className="quiet number">{[file.kind, sizeText(file.size), on, unitName].filter(Boolean).join(' · ')}</div>
      </span>
      <span className="keep">
        {kind === 'image' && (
          <Button size="small" type="link" aria-label={words.previewOf(file.fileName)} onClick={() => onShow(file)}>
            {words.preview}
          </Button>
        )}
        {kind === 'page' && (
          <Button
            size="small"
            type="link"
            aria-label={words.openOf(file.fileName)}
            onClick={() => void openFile(file).catch(failed)}
          >
            {words.open}
          </Button>
        )}
        <Button
          size="small"
          type="link"
          aria-label={words.downloadOf(file.fileName)}
          onClick={() => void saveFile(file).catch(failed)}
        >
          {words.download}
        </Button>
      </span>
    </li>
  );
}

/** Addresses of blobs are given back after so long: the window that shows one has loaded it by then. */
const HELD = 60_000;

async function openFile(file: Evidence): Promise<void> {
  const url = URL.createObjectURL(await blobOfEvidence(file));
  window.open(url, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(url), HELD);
}

async function saveFile(file: Evidence): Promise<void> {
  const url = URL.createObjectURL(await blobOfEvidence(file));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), HELD);
}
