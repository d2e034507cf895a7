import { type ReactElement } from 'react';
import { reads } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { ProblemNote } from '../../../parts/problem-note';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { checkReason, checkState, checkWord } from './table-states';

const words = SYSTEM_WORDS.running;

/** What the checks of the running program say. @param every so many milliseconds they are asked anew */
export function HealthChecks({ every }: { readonly every: number }): ReactElement | null {
  const { data, error } = reads.useQuery('get', '/api/system/health', {}, { refetchInterval: every });
  if (error !== null) return <ProblemNote problem={problemOf(error)} />;
  if (data === undefined) return null;
  return (
    <section className="panel">
      <h2>{words.checksTitle}</h2>
      <p className={data.ready ? 'state-normal' : 'state-late'}>{data.ready ? words.allWell : words.notWell}</p>
      <table className="card-table named">
        <caption>{words.checksTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(data.checks).map(([name, finding]) => (
            <tr key={name}>
              <td>{checkWord(name)}</td>
              <td>
                <div className={finding.healthy ? 'state-normal' : 'state-late'}>{words[checkState(finding)]}</div>
                {checkReason(finding) !== null && <div>{checkReason(finding)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
