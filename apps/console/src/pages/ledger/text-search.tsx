import { Input } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { LEDGER_WORDS } from '../../words/ledger.words';

const words = LEDGER_WORDS.filters;

/** Finds tasks by words; two characters are enough. */
export function TextSearch({
  text,
  onSearch,
}: {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}): ReactElement {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  return (
    <Input.Search
      className="ledger-search"
      aria-label={words.search}
      placeholder={words.searchHint}
      allowClear
      maxLength={100}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(value) => value.trim() !== text && onSearch(value.trim())}
    />
  );
}
