import { DeleteOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Progress, Select } from 'antd';
import { type DragEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { type Evidence } from '#domain';
import { freshId } from '../api/fresh-id';
import { type Problem, problemOf } from '../api/problem';
import { sizeText } from '../parts/task-facts/figure';
import { WORDS } from '../words';
import { ACCEPT, fileFault, MAX_FILES } from './evidence-limits';
import { uploadEvidence } from './upload-evidence';

const words = WORDS.forms.evidence;

/** A file on its way. */
interface Upload {
  readonly key: string;
  readonly file: File;
  readonly percent: number;
  readonly problem: Problem | null;
}

interface Props {
  readonly id?: string;
  /** Files that are stored. */
  readonly value?: readonly Evidence[];
  readonly onChange?: (files: readonly Evidence[]) => void;
  /** How many files there may be; left out, as many as a report takes. */
  readonly most?: number;
  /** The kinds of evidence that the rules ask for; left out or empty, none is chosen. */
  readonly kinds?: readonly string[];
  /** How many are not stored yet: a form waits for them. */
  readonly onWaiting: (count: number) => void;
}

/** Chooses files and stores them one after the other; those that did not come through can be sent again. */
export function EvidenceField({
  id,
  value = [],
  onChange,
  most = MAX_FILES,
  kinds = [],
  onWaiting,
}: Props): ReactElement {
  const { uploads, refused, add, again, drop } = useUploads(value, most, onChange);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => onWaiting(uploads.length), [uploads.length, onWaiting]);
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    <div className="evidence-field" onDragOver={(event) => event.preventDefault()} onDrop={dropped}>
      <input
        ref={input}
        type="file"
        multiple
        className="file-input"
        tabIndex={-1}
        aria-hidden="true"
        accept={ACCEPT}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        {...(id === undefined ? {} : { id })}
        icon={<PaperClipOutlined aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {words.choose}
      </Button>
      <span className="quiet wide-only"> {words.drop}</span>
      <div className="quiet">{words.allowed(most)}</div>
      <ul className="fact-list" aria-label={words.list} aria-live="polite">
        {value.map((file) => (
          <Stored
            key={`${file.hash}/${file.fileName}`}
            file={file}
            kinds={kinds}
            onKind={(kind) => onChange?.(value.map((each) => (each === file ? ofKind(file, kind) : each)))}
            onDrop={() => onChange?.(value.filter((each) => each !== file))}
          />
        ))}
        {uploads.map((upload) => (
          <Pending key={upload.key} upload={upload} onAgain={() => again(upload)} onDrop={() => drop(upload.key)} />
        ))}
      </ul>
      {refused.map((fault) => (
        <div key={fault} role="alert" className="lamp-late">
          {fault}
        </div>
      ))}
    </div>
  );
}

function useUploads(value: readonly Evidence[], most: number, onChange: Props['onChange']) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  // Several files end one after the other between two renderings: each adds to what the one before it left.
  const stored = useRef(value);
  useEffect(() => {
    stored.current = value;
  }, [value]);
  const change = (key: string, change: Partial<Upload>): void =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const drop = (key: string): void => setUploads((all) => all.filter((each) => each.key !== key));
  const send = async ({ key, file }: Upload): Promise<void> => {
    try {
      const evidence = await uploadEvidence(file, (percent) => change(key, { percent }));
      stored.current = [...stored.current, evidence];
      onChange?.(stored.current);
      drop(key);
    } catch (error) {
      change(key, { problem: problemOf(error) });
    }
  };
  const add = (files: readonly File[]): void => {
    const room = most - stored.current.length - uploads.length;
    const sound = files.filter((file) => fileFault(file) === null).slice(0, Math.max(room, 0));
    const faults = files.flatMap((file) => fileFault(file) ?? []);
    setRefused([...faults, ...(files.length - faults.length > sound.length ? [words.tooMany(most)] : [])]);
    const fresh = sound.map((file) => ({ key: freshId(), file, percent: 0, problem: null }));
    setUploads((all) => [...all, ...fresh]);
    void fresh.reduce((before, upload) => before.then(() => send(upload)), Promise.resolve());
  };
  const again = (upload: Upload): void => {
    change(upload.key, { percent: 0, problem: null });
    void send(upload);
  };
  return { uploads, refused, add, again, drop };
}

function ofKind({ kind: _kind, ...file }: Evidence, kind: string | undefined): Evidence {
  return kind === undefined ? file : { ...file, kind };
}

interface StoredProps {
  readonly file: Evidence;
  readonly kinds: readonly string[];
  /** Undefined: of none of the kinds. */
  readonly onKind: (kind: string | undefined) => void;
  readonly onDrop: () => void;
}

function Stored({ file, kinds, onKind, onDrop }: StoredProps): ReactElement {
  return (
    <li className="file">
      <span className="file-name">
        {file.fileName} <span className="quiet number">{`${sizeText(file.size)} ${words.stored}`}</span>
        {kinds.length > 0 && (
          <Select<string>
            className="file-kind"
            size="small"
            allowClear
            aria-label={words.kindOf(file.fileName)}
            placeholder={words.kind}
            value={file.kind ?? null}
            options={kinds.map((kind) => ({ value: kind, label: kind }))}
            onChange={onKind}
          />
        )}
      </span>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={words.remove(file.fileName)}
        onClick={onDrop}
      />
    </li>
  );
}

interface PendingProps {
  readonly upload: Upload;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}

function Pending({ upload: { file, percent, problem }, onAgain, onDrop }: PendingProps): ReactElement {
  return (
    <li className="file">
      <span className="file-name">
        {file.name}
        {problem === null ? (
          <Progress percent={percent} size="small" showInfo={false} aria-label={words.uploading(percent)} />
        ) : (
          <span className="lamp-late"> {problem.message}</span>
        )}
      </span>
      <span className="keep">
        {problem !== null && (
          <Button
            type="text"
            icon={<ReloadOutlined aria-hidden />}
            aria-label={words.again(file.name)}
            onClick={onAgain}
          />
        )}
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={words.remove(file.name)}
          onClick={onDrop}
        />
      </span>
    </li>
  );
}
