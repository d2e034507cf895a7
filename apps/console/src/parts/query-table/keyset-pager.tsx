import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactElement } from 'react';

interface Words {
  readonly previous: string;
  readonly next: string;
  readonly first: string;
  readonly page: (page: number) => string;
  readonly pageSize: string;
  readonly rows: (count: number) => string;
}

interface Props {
  readonly words: Words;
  readonly page: number;
  readonly size: number;
  readonly sizes: readonly number[];
  /** Null: there is no page before this one, or its place is not known (`onFirst` then leads back). */
  readonly onPrevious: (() => void) | null;
  readonly onFirst: () => void;
  /** Null: this is the last page. */
  readonly onNext: (() => void) | null;
  readonly onSize: (size: number) => void;
}

/** Turns the pages of a keyset list. There are no page numbers to jump to: rows come and go meanwhile. */
export function KeysetPager({ words, page, size, sizes, onPrevious, onFirst, onNext, onSize }: Props): ReactElement {
  const lost = page > 1 && onPrevious === null;
  return (
    <div className="keyset-pager">
      <Button icon={<LeftOutlined aria-hidden />} disabled={page <= 1} onClick={onPrevious ?? onFirst}>
        {lost ? words.first : words.previous}
      </Button>
      <span className="number keep">{words.page(page)}</span>
      <Button
        icon={<RightOutlined aria-hidden />}
        iconPlacement="end"
        disabled={onNext === null}
        onClick={() => onNext?.()}
      >
        {words.next}
      </Button>
      <Select
        className="wide-only"
        aria-label={words.pageSize}
        value={size}
        options={sizes.map((value) => ({ value, label: words.rows(value) }))}
        onChange={onSize}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
