import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { reads } from '../../api/client';
import { mayAnywhere, useMe } from '../../app/session';
import { PostGapsNote } from '../../people/post-gaps/post-gaps-note';
import { PracticeButton } from '../../people/practice-button';
import { WORDS } from '../../words';
import { PEOPLE_WORDS } from '../../words/people.words';
import { START_WORDS } from '../../words/start.words';
import { type StepProps } from './step-props';
import { useStanding } from './use-standing';

const words = START_WORDS.document;

/** Where to go on: the import, or who can now do it; and the practice ledger. */
export function DocumentStep({ onStep }: StepProps): ReactElement {
  const { standing } = useStanding();
  return (
    <>
      <section className="panel one-column">
        <h2>{START_WORDS.steps.document}</h2>
        {standing.tasks > 0 && (
          <p>
            {words.there(standing.tasks)} <Link to="/ledger">{words.look}</Link>
          </p>
        )}
        <WhoImports onStep={onStep} />
        <PostGapsNote />
        <p className="quiet">{words.handover}</p>
      </section>
      <section className="panel one-column">
        <h2>{words.practiceTitle}</h2>
        <p>{PEOPLE_WORDS.practice.what}</p>
        <PracticeButton />
      </section>
    </>
  );
}

function WhoImports({ onStep }: Pick<StepProps, 'onStep'>): ReactElement {
  const me = useMe();
  const go = useNavigate();
  const clerks = useClerks();
  if (mayAnywhere(me, 'ledger.create')) {
    return (
      <>
        <p>{words.ready}</p>
        <Button type="primary" autoFocus onClick={() => void go('/import')}>
          {words.go}
        </Button>
      </>
    );
  }
  if (clerks.length > 0) return <p>{words.others(clerks.join(WORDS.parts.and))}</p>;
  return (
    <>
      <p>{words.nobody}</p>
      <Button type="primary" onClick={() => onStep('people')}>
        {words.back}
      </Button>
    </>
  );
}

/** The names of those who may import. */
function useClerks(): readonly string[] {
  const me = useMe();
  const mayList = mayAnywhere(me, 'post.list');
  const posts = reads.useQuery('get', '/api/posts', {}, { enabled: mayList });
  const accounts = reads.useQuery('get', '/api/accounts', {}, { enabled: mayAnywhere(me, 'account.list') });
  const clerks = (posts.data?.posts ?? []).filter(({ role, practice }) => role === 'supervision-clerk' && !practice);
  const names = clerks.map(
    ({ accountId }) => accounts.data?.accounts.find((each) => each.accountId === accountId)?.displayName,
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}
