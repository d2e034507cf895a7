import { Button } from 'antd';
import { type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useLedgerChoice } from '../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../app/session';
import { EmptyNote } from '../../parts/empty-note';
import { PracticeButton } from '../../people/practice-button';
import { HOME_WORDS } from '../../words/home.words';
import { PEOPLE_WORDS } from '../../words/people.words';

/** In an office without a ledger: the step that comes next for this person, and where everybody may practise meanwhile. */
export function NextSteps(): ReactElement | null {
  const me = useMe();
  const { ledgers, loaded } = useLedgerChoice();
  if (!loaded || ledgers.some(({ practice }) => !practice)) return null;
  return (
    <>
      {mayAnywhere(me, 'ledger.create') && <Step why={HOME_WORDS.noLedger} to="/import" word={HOME_WORDS.import} />}
      {!mayAnywhere(me, 'ledger.create') && mayAnywhere(me, 'account.create') && (
        <Step why={HOME_WORDS.noOffice} to="/start" word={HOME_WORDS.start} />
      )}
      <section className="panel">
        <EmptyNote why={PEOPLE_WORDS.practice.what} next={<PracticeButton />} />
      </section>
    </>
  );
}

interface StepProps {
  readonly why: string;
  readonly to: string;
  readonly word: string;
}

function Step({ why, to, word }: StepProps): ReactElement {
  const go = useNavigate();
  return (
    <section className="panel">
      <EmptyNote
        why={why}
        next={
          <Button type="primary" onClick={() => void go(to)}>
            {word}
          </Button>
        }
      />
    </section>
  );
}
