import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { ownUnitsOf, useMe } from '../../app/session';
import { today } from '../../forms/today';
import { isWorking, ownLane } from '../../parts/lanes';
import { PageLoading } from '../../parts/page-loading';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { lastReportOf } from '../parts/last-report';
import { ReportItems } from '../parts/report-items';
import { initialReport, reportBody, reportValues } from '../parts/report-values';
import { ReturnReason } from '../parts/return-reason';

const kept = z.object(reportValues);

/** 填报. */
export default function ReportForm(props: ActFormProps): ReactElement {
  return props.timeline.pending ? <PageLoading /> : <Filled {...props} />;
}

function Filled(props: ActFormProps): ReactElement {
  const { act, task, timeline } = props;
  const own = ownUnitsOf(useMe());
  const lane = ownLane(task, own, isWorking);
  const [waiting, setWaiting] = useState(0);
  // What the form began with stays, whatever is reported meanwhile.
  const [last] = useState(() => lastReportOf(lane, timeline.steps));
  const [initial] = useState(() => initialReport(lane, last));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={() => (waiting > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={(values) => reportBody(values, lane, today())}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/report', { params: commandParams(id, key), body }))
      }
    >
      <ReturnReason status={task.status} steps={timeline.steps} />
      <ReportItems act={act} task={task} lane={lane} last={last} onWaiting={setWaiting} />
    </ActForm>
  );
}
