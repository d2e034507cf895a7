import { Button, Checkbox, Popover } from 'antd';
import { type ReactElement } from 'react';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { COLUMN_KEYS, type ColumnKey } from './column-keys';

interface Props {
  readonly hidden: readonly ColumnKey[];
  readonly onChange: (hidden: readonly ColumnKey[]) => void;
}

/** Which columns are shown; the title always is. */
export function ColumnChoice({ hidden, onChange }: Props): ReactElement {
  const options = COLUMN_KEYS.map((key) => ({ value: key, label: words.columns[key], disabled: key === 'title' }));
  const shown = COLUMN_KEYS.filter((key) => !hidden.includes(key));
  const content = (
    <Checkbox.Group<ColumnKey>
      className="column-choice"
      aria-label={words.columnChoiceTitle}
      options={options}
      value={shown}
      onChange={(chosen) => onChange(COLUMN_KEYS.filter((key) => !chosen.includes(key)))}
    />
  );
  return (
    <Popover
      content={content}
      title={words.columnChoiceTitle}
      trigger="click"
      placement="bottomRight"
      getPopupContainer={(button) => button.parentElement ?? document.body}
    >
      <Button aria-haspopup="dialog">{words.columnChoice}</Button>
    </Popover>
  );
}
