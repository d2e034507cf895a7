import { Modal } from 'antd';
import { type ReactElement } from 'react';
import { IMPORT_WORDS } from '../../words/import.words';
import { type Draft } from './model/draft';
import { sentencesOf } from './model/sentences';

const words = IMPORT_WORDS.edit;

interface Props {
  /** The draft to take apart; null while the dialog is closed. */
  readonly draft: Draft | null;
  readonly onClose: () => void;
  /** @param at how many sentences stay with the first half */
  readonly onSplit: (key: string, at: number) => void;
}

/** Shows the sentences of a draft; the one that is chosen begins a draft of its own. */
export function SplitDialog({ draft, onClose, onSplit }: Props): ReactElement {
  const sentences = draft === null ? [] : sentencesOf(draft.content.body);
  const possible = sentences.filter((sentence) => sentence.trim() !== '').length > 1;
  return (
    <Modal open={draft !== null} title={words.split} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{possible ? words.splitHint : words.splitImpossible}</p>
      <ol className="import-sentences">
        {sentences.map((sentence, index) =>
          sentence.trim() === '' ? null : (
            <li key={index}>
              {index === 0 || draft === null ? (
                <span className="quiet">{sentence}</span>
              ) : (
                <button type="button" className="import-sentence" onClick={() => onSplit(draft.key, index)}>
                  {sentence}
                </button>
              )}
            </li>
          ),
        )}
      </ol>
    </Modal>
  );
}
