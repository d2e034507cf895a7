import { Progress } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { tallyOf } from '../../batch';
import { useLedgerChoice } from '../../app/ledger-choice';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { IMPORT_WORDS } from '../../words/import.words';
import { AssignSection, useAssignBatch } from './assign-section';
import { HangSection, useHangBatch } from './hang-section';
import { ImportResult } from './import-result';
import { ImportSteps } from './import-steps';
import { UnfinishedImports } from './unfinished-imports';
import { useImportRun } from './use-import-run';

const words = IMPORT_WORDS.run;

/** Third step: the tasks are in the ledger and are confirmed, hung and assigned; goes on wherever it stood. */
export function ImportRunView({ importId }: { readonly importId: string }): ReactElement {
  const [paused, setPaused] = useState(false);
  const run = useImportRun(importId, paused);
  const hang = useHangBatch(importId, run);
  const assign = useAssignBatch(importId, run);
  const running = hang.running || assign.running;
  const hanging = hang.state === null ? 0 : tallyOf(hang.state).left;
  useEffect(() => setPaused(running), [running]);
  const { ledgers, chosen } = useLedgerChoice();
  const { imported, problem } = run;
  const head = (
    <PageHead title={IMPORT_WORDS.title} beside={<ImportSteps step={2} />}>
      <Link to="/import">{words.back}</Link>
    </PageHead>
  );
  if (imported === null) {
    return (
      <>
        {head}
        {problem === null ? (
          <PageLoading />
        ) : (
          <ProblemNote problem={problem}>
            <p className="import-help">{words.unknown}</p>
          </ProblemNote>
        )}
        {problem !== null && <UnfinishedImports ledgerId={chosen?.ledgerId ?? ledgers[0]?.ledgerId ?? null} />}
      </>
    );
  }
  const { source, drafted, taskCount, ledgerId } = imported;
  const ledger = ledgers.find((each) => each.ledgerId === ledgerId);
  return (
    <div className="import-run">
      {head}
      {problem !== null && <ProblemNote problem={problem} />}
      <p className="import-run-head">
        {words.document(source.title, source.documentNumber)}
        {ledger !== undefined && <span className="quiet">{words.heading(ledger.name)}</span>}
      </p>
      {run.complete ? (
        <>
          <HangSection importId={importId} source={source} run={run} batch={hang} />
          {hanging === 0 && <AssignSection run={run} batch={assign} />}
          <ImportResult tasks={run.tasks} ledgerId={ledgerId} />
        </>
      ) : (
        <section className="panel" aria-live="polite">
          <p>{words.drafting(drafted, taskCount)}</p>
          <Progress percent={Math.floor((drafted / taskCount) * 100)} aria-label={IMPORT_WORDS.unfinished.running} />
        </section>
      )}
    </div>
  );
}
