import { FilterOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { type FilterPhrase, filterSentence } from './filter-sentence';
import { type LedgerView, NO_FILTERS, withFilters } from './ledger-view';

const SheetBody = lazy(() => import('./filter-sheet-body'));

const words = LEDGER_WORDS.filters;

interface Props {
  readonly view: LedgerView;
  readonly phrases: readonly FilterPhrase[];
  readonly totalWords: string;
  readonly onChange: (view: LedgerView) => void;
}

/** On a phone: the filters as a line, and a sheet from below to change them. */
export function FilterSheet({ view, phrases, totalWords, onChange }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <p className="narrow-line quiet">{filterSentence(phrases)}</p>
      <div className="thumb-bar narrow-bar no-print">
        <Button type="primary" icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {words.sheetCount(phrases.length)}
        </Button>
      </div>
      <Drawer
        open={open}
        onClose={close}
        placement="bottom"
        size="85%"
        title={words.sheet}
        footer={
          <div className="sheet-foot">
            <Button onClick={() => onChange(withFilters(view, NO_FILTERS))}>{words.clear}</Button>
            <Button type="primary" onClick={close}>
              {words.show(totalWords.trim())}
            </Button>
          </div>
        }
      >
        <Suspense fallback={<Skeleton active />}>
          <SheetBody view={view} onChange={onChange} onGone={close} />
        </Suspense>
      </Drawer>
    </>
  );
}
