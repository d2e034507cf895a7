import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { PEOPLE_WORDS } from '../words/people.words';
import { sheetsOf, type Slip } from './slip';
import { PrintedSlips, SlipCard } from './slips';

const words = PEOPLE_WORDS.slip;

interface Props {
  readonly slips: readonly Slip[];
  /** After they have been printed: the passwords are forgotten. */
  readonly onDone: () => void;
}

/** The slips that wait to be printed, with what happens to their passwords. */
export function SlipPanel({ slips, onDone }: Props): ReactElement | null {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (slips.length === 0) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [slips.length]);
  if (slips.length === 0) return null;
  return (
    <section className="slip-panel no-print" aria-label={words.count(slips.length)}>
      <Alert
        type="warning"
        showIcon
        title={words.count(slips.length)}
        description={
          <>
            <p>{words.onlyHere}</p>
            <p className="quiet">{words.sheet(sheetsOf(slips).length)}</p>
          </>
        }
      />
      <div className="slip-acts">
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
          {shown ? words.hide : words.show}
        </Button>
        <Button onClick={onDone}>{words.done}</Button>
      </div>
      {shown && (
        <div className="slip-preview" aria-label={words.preview} role="group">
          {slips.map((slip) => (
            <SlipCard key={slip.loginName} slip={slip} />
          ))}
        </div>
      )}
      <PrintedSlips slips={slips} />
    </section>
  );
}
