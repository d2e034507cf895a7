import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { today } from '../../forms/today';
import { canReport, type Lane } from '../../parts/lanes';
import { PageLoading } from '../../parts/page-loading';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { commandParams } from '../parts/command-params';
import { lastReportOf } from '../parts/last-report';
import { OnBehalfForm } from '../parts/on-behalf-form';
import { ReportItems } from '../parts/report-items';
import { initialReport, reportBody, reportValues, valuesMoved, valuesOfLane } from '../parts/report-values';
import { ReturnReason } from '../parts/return-reason';
import { initialSaid, saidDay, saidValues } from '../parts/said-values';

const kept = z.object({ ...reportValues, ...saidValues });

/** 代录填报. */
export default function ReportOnBehalfForm(props: ActFormProps): ReactElement {
  return props.timeline.pending ? <PageLoading /> : <Filled {...props} />;
}

function Filled(props: ActFormProps): ReactElement {
  const { act, task, timeline } = props;
  const { steps } = timeline;
  // A unit that reports has accepted: it may be one that has not answered yet.
  const lanes = task.lanes.filter(canReport);
  const begun = (of: Lane | null) => valuesOfLane(of, lastReportOf(of, steps));
  return (
    <OnBehalfForm
      {...props}
      lanes={lanes}
      kept={kept.partial()}
      initial={(lane: Lane | null) => ({ ...initialReport(lane, lastReportOf(lane, steps)), ...initialSaid(lane) })}
      bodyOf={(values, lane) => ({ ...saidDay(values), ...reportBody(values, lane, today()) })}
      // Another unit brings its own limits, periods and last report.
      onUnit={(form, from, to) => form.setFieldsValue(valuesMoved(form.getFieldsValue(), begun(from), begun(to)))}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/report-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {({ lane, onWaiting }) => (
        <>
          <ReturnReason status={task.status} steps={steps} />
          <ReportItems
            act={act}
            task={task}
            lane={lane}
            last={lastReportOf(lane, steps)}
            dayExtra={ACT_WORDS.said.occurredOnExtra}
            onWaiting={onWaiting}
          />
        </>
      )}
    </OnBehalfForm>
  );
}
