import { type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../parts/page-head';
import { IMPORT_WORDS } from '../../words/import.words';
import { ChooseDocument } from './choose-document';
import { ImportRunView } from './import-run';
import { ImportSteps } from './import-steps';
import './import.css';
import { Review } from './review';
import { useWork } from './use-work';

/** From a document to assigned tasks in three steps; `?importId=` opens an import that is in the ledger already. */
export default function ImportPage(): ReactElement {
  const [search] = useSearchParams();
  const importId = search.get('importId');
  return importId === null ? <NewImport /> : <ImportRunView key={importId} importId={importId} />;
}

function NewImport(): ReactElement {
  const desk = useWork();
  if (desk.work !== null) return <Review key={desk.work.workId} work={desk.work} desk={desk} />;
  return (
    <>
      <PageHead title={IMPORT_WORDS.title} beside={<ImportSteps step={0} />} />
      <ChooseDocument onRead={desk.begin} />
    </>
  );
}
