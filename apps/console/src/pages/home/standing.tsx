import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Answer } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { DaysLeft } from '../../parts/days-left';
import { EmptyNote } from '../../parts/empty-note';
import { standingSentence, whole } from '../../parts/lamp-tables/closed-share';
import { LampTables } from '../../parts/lamp-tables/lamp-tables';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { UnitNames } from '../../parts/unit-names';
import { HOME_WORDS } from '../../words/home.words';

type Summary = Answer<'/api/ledgers/{ledgerId}/summary'>;

/** How the chosen ledger stands: lamps by lead unit and by section, and what is late the longest. */
export function Standing(): ReactElement {
  const { chosen } = useLedgerChoice();
  return (
    <section className="panel" aria-labelledby="standing">
      <h2 id="standing">{HOME_WORDS.standing}</h2>
      {chosen === null ? <EmptyNote why={HOME_WORDS.chooseLedger} /> : <OfLedger ledgerId={chosen.ledgerId} />}
    </section>
  );
}

function OfLedger({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const { data, error, refetch } = reads.useQuery('get', '/api/ledgers/{ledgerId}/summary', {
    params: { path: { ledgerId } },
  });
  if (error !== null && data === undefined)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  if (data.byUnit.length === 0 && data.bySection.length === 0) return <EmptyNote why={HOME_WORDS.standingNone} />;
  return (
    <>
      <p className="standing-sum">{standingSentence(whole(data))}</p>
      <div className="standing">
        <LampTables ledgerId={ledgerId} summary={data} />
        {data.worst.length > 0 && <Worst tasks={data.worst} />}
      </div>
    </>
  );
}

function Worst({ tasks }: { readonly tasks: Summary['worst'] }): ReactElement {
  return (
    <div>
      <h3>{HOME_WORDS.worst}</h3>
      <ol className="worst">
        {tasks.map((task) => (
          <li key={task.taskId}>
            <Link to={`/tasks/${task.taskId}`}>{task.title}</Link>
            <div className="quiet">
              <UnitNames units={task.leadUnits} />{' '}
              <DaysLeft due={task.nextDue} lamp={task.lamp} remainingWorkingDays={task.remainingWorkingDays} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
