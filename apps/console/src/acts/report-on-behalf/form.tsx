import { Form, type FormInstance } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { onBehalfSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { today } from '../../forms/today';
import { isWorking, type Lane, laneOf } from '../../parts/lanes';
import { PageLoading } from '../../parts/page-loading';
import { type Step } from '../../telling';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { lastReportOf } from '../parts/last-report';
import { ReportItems } from '../parts/report-items';
import { initialReport, reportBody, reportValues, valuesMoved, valuesOfLane } from '../parts/report-values';
import { ReturnReason } from '../parts/return-reason';
import { SaidItems } from './said-items';

const kept = z.object({
  ...reportValues,
  onBehalf: z.object({
    unitId: z.string().nullish(),
    saidBy: z.string(),
    how: onBehalfSchema.shape.how,
    saidOn: z.string().nullable(),
  }),
});
type Values = z.infer<typeof kept>;

/** 代填: for a unit that answers by phone or on paper. */
export default function ReportOnBehalfForm(props: ActFormProps): ReactElement {
  return props.timeline.pending ? <PageLoading /> : <Filled {...props} />;
}

function initialOf(task: TaskDetail, steps: readonly Step[]): Values {
  const lane = task.lanes.find(isWorking) ?? null;
  const onBehalf = { unitId: lane?.unit.unitId ?? null, saidBy: '', how: 'phone', saidOn: null } as const;
  return { ...initialReport(lane, lastReportOf(lane, steps)), onBehalf };
}

function Filled(props: ActFormProps): ReactElement {
  const { task, timeline } = props;
  const [waiting, setWaiting] = useState(0);
  const [initial] = useState(() => initialOf(task, timeline.steps));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={() => (waiting > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={({ onBehalf, ...report }) => ({
        ...reportBody(report, laneOf(task, onBehalf.unitId), today()),
        onBehalf: { ...onBehalf, unitId: onBehalf.unitId ?? '', saidOn: onBehalf.saidOn ?? today() },
      })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/report-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {(form) => <Items {...props} form={form} onWaiting={setWaiting} />}
    </ActForm>
  );
}

interface ItemsProps extends ActFormProps {
  readonly form: FormInstance<Values>;
  readonly onWaiting: (count: number) => void;
}

/** The fields for the unit chosen; another unit brings its own limits, periods and last report. */
function Items({ act, task, timeline: { steps }, form, onWaiting }: ItemsProps): ReactElement {
  const lane = laneOf(task, Form.useWatch(['onBehalf', 'unitId'], { form, preserve: true }));
  const begun = (of: Lane | null) => valuesOfLane(of, lastReportOf(of, steps));
  const move = (unitId: string): void =>
    form.setFieldsValue(valuesMoved(form.getFieldsValue(), begun(lane), begun(laneOf(task, unitId))));
  return (
    <>
      <ReturnReason status={task.status} steps={steps} />
      <SaidItems task={task} onUnit={move} />
      <ReportItems act={act} task={task} lane={lane} last={lastReportOf(lane, steps)} onWaiting={onWaiting} />
    </>
  );
}
