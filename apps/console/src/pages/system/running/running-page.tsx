import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { reads } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { rolesOf, useMe } from '../../../app/session';
import { PageLoading } from '../../../parts/page-loading';
import { ProblemNote } from '../../../parts/problem-note';
import { momentInShanghai } from '../../../telling';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { HealthChecks } from './health-checks';
import { inOrder, type TableRow, tableState, tableWord } from './table-states';

const words = SYSTEM_WORDS.running;
const EVERY = 10_000;

/** How it runs: whether the tables are current, what the checks say, and the way to the queues. */
export default function RunningPage(): ReactElement {
  const me = useMe();
  const { data, error, dataUpdatedAt } = reads.useQuery('get', '/api/projections', {}, { refetchInterval: EVERY });
  if (error !== null) return <ProblemNote problem={problemOf(error)} />;
  if (data === undefined) return <PageLoading />;
  const administers = rolesOf(me).includes('system-administrator');
  const stopped = data.projections.some((table) => tableState(table) === 'stopped');
  return (
    <>
      {stopped && <Alert className="notice" type="error" showIcon title={words.notWell} />}
      <section className="panel">
        <h2>{words.tablesTitle}</h2>
        <p className="quiet">{words.tablesAbout}</p>
        <Tables tables={inOrder(data.projections)} />
        <p className="quiet">{words.readAt(momentInShanghai(new Date(dataUpdatedAt).toISOString()))}</p>
      </section>
      {administers && <HealthChecks every={EVERY} />}
      {administers && (
        <section className="panel">
          <h2>{words.queues}</h2>
          <p className="quiet">{words.queuesAbout}</p>
          <Button href="/api/system/queues" target="_blank" rel="noreferrer">
            {words.openQueues}
          </Button>
        </section>
      )}
    </>
  );
}

function Tables({ tables }: { readonly tables: readonly TableRow[] }): ReactElement {
  return (
    <table className="card-table named">
      <caption>{words.tablesTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {tables.map((table) => (
          <tr key={table.name}>
            <td>{tableWord(table.name)}</td>
            <td>
              <TableSentence table={table} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TableSentence({ table }: { readonly table: TableRow }): ReactElement {
  if (table.stopped === null) {
    return table.level ? (
      <span className="state-normal">{words.upToDate}</span>
    ) : (
      <span className="state-near">{words.behind}</span>
    );
  }
  const { at, code, message } = table.stopped;
  return (
    <>
      <div className="state-late">{words.stopped(momentInShanghai(at))}</div>
      <div>{words.stoppedWhat}</div>
      <div>{words.stoppedWhy(message)}</div>
      <div>{words.stoppedNext}</div>
      <div className="quiet">{words.code(code)}</div>
    </>
  );
}
