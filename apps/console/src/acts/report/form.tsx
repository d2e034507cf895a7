import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { today } from '../../forms/today';
import { type Report } from '../../parts/task-facts/reports';
import { PageLoading } from '../../parts/page-loading';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { ReportItems } from '../parts/report-items';
import { initialReport, reportBody, reportValues } from '../parts/report-values';
import { useLastReport } from '../parts/use-last-report';

const kept = z.object(reportValues);

/** 填报. */
export default function ReportForm(props: ActFormProps): ReactElement {
  const { pending, last } = useLastReport(props.timeline);
  return pending ? <PageLoading /> : <Filled {...props} last={last} />;
}

function Filled(props: ActFormProps & { readonly last: Report | null }): ReactElement {
  const { task, last } = props;
  const [waiting, setWaiting] = useState(0);
  // What the form began with stays, whatever is reported meanwhile.
  const [initial] = useState(() => initialReport(last));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={() => (waiting > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={(values) => reportBody(values, today())}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/report', { params: commandParams(id, key), body }))
      }
    >
      <ReportItems task={task} last={last} onWaiting={setWaiting} />
    </ActForm>
  );
}
