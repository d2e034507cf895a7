import { Button } from 'antd';
import { type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useLedgerChoice } from '../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../app/session';
import { EmptyNote } from '../../parts/empty-note';
import { HOME_WORDS } from '../../words/home.words';

/** In an office without a ledger: the step that comes next for this person. */
export function NextSteps(): ReactElement | null {
  const me = useMe();
  const go = useNavigate();
  const { ledgers, loaded } = useLedgerChoice();
  if (!loaded || ledgers.some(({ practice }) => !practice)) return null;
  if (mayAnywhere(me, 'ledger.import')) {
    return (
      <section className="panel">
        <EmptyNote
          why={HOME_WORDS.noLedger}
          next={
            <Button type="primary" onClick={() => void go('/import')}>
              {HOME_WORDS.import}
            </Button>
          }
        />
      </section>
    );
  }
  if (!mayAnywhere(me, 'account.create')) return null;
  return (
    <section className="panel">
      <EmptyNote
        why={HOME_WORDS.noOffice}
        next={
          <Button type="primary" onClick={() => void go('/start')}>
            {HOME_WORDS.start}
          </Button>
        }
      />
    </section>
  );
}
