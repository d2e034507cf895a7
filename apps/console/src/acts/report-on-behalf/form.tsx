import { Form, Radio, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { daySchema, onBehalfSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { StatedDayField } from '../../forms/day-field';
import { CHOSEN } from '../../forms/rules';
import { LineItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { type Report } from '../../parts/task-facts/reports';
import { type Lane } from '../../parts/lanes';
import { PageLoading } from '../../parts/page-loading';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { ReportItems } from '../parts/report-items';
import { initialReport, reportBody, reportValues } from '../parts/report-values';
import { useLastReport } from '../parts/use-last-report';
import { words } from './words';

const kept = z.object({
  ...reportValues,
  onBehalf: z.object({
    unitId: z.string().nullish(),
    saidBy: z.string(),
    how: onBehalfSchema.shape.how,
    saidOn: daySchema.nullable(),
  }),
});
type Values = z.infer<typeof kept>;
const WAYS = Object.entries(WORDS.terms.onBehalfWays).map(([value, label]) => ({ value, label }));

/** 代填: for a unit that answers by phone or on paper. */
export default function ReportOnBehalfForm(props: ActFormProps): ReactElement {
  const { pending, last } = useLastReport(props.timeline);
  return pending ? <PageLoading /> : <Filled {...props} last={last} />;
}

/** The lanes that can report: who has asked for closure waits for the other leads. */
function reportingLanes({ lanes }: TaskDetail): Lane[] {
  return lanes.filter(({ claimedOn }) => claimedOn === null);
}

function initialOf(task: TaskDetail, last: Report | null): Values {
  const unitId = reportingLanes(task)[0]?.unit.unitId ?? null;
  return { ...initialReport(last), onBehalf: { unitId, saidBy: '', how: 'phone', saidOn: null } };
}

function Filled(props: ActFormProps & { readonly last: Report | null }): ReactElement {
  const { task, last } = props;
  const [waiting, setWaiting] = useState(0);
  const [initial] = useState(() => initialOf(task, last));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={() => (waiting > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={({ onBehalf, ...report }) => ({
        ...reportBody(report, today()),
        onBehalf: { ...onBehalf, unitId: onBehalf.unitId ?? '', saidOn: onBehalf.saidOn ?? today() },
      })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/report-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      <SaidItems task={task} />
      <ReportItems task={task} last={last} onWaiting={setWaiting} />
    </ActForm>
  );
}

/** Which unit, who said it, how and when. */
function SaidItems({ task }: { readonly task: TaskDetail }): ReactElement {
  const units = reportingLanes(task).map(({ unit: { unitId, name } }) => ({ value: unitId, label: name }));
  return (
    <>
      <Form.Item name={['onBehalf', 'unitId']} label={words.fields.unit} rules={CHOSEN}>
        <Select options={units} />
      </Form.Item>
      <LineItem name={['onBehalf', 'saidBy']} label={words.fields.saidBy} required max={60} />
      <Form.Item name={['onBehalf', 'how']} label={words.fields.how}>
        <Radio.Group options={WAYS} />
      </Form.Item>
      <Form.Item name={['onBehalf', 'saidOn']} label={words.fields.saidOn}>
        <StatedDayField />
      </Form.Item>
    </>
  );
}
