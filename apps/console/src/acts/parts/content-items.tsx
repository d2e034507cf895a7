import { Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { CHOSEN } from '../../forms/rules';
import { LineItem, TextItem } from '../../forms/text-item';
import { UnitPicker } from '../../parts/unit-picker';
import { type Timeline } from '../../telling';
import { WORDS } from '../../words';
import { type ContentValues } from './content-changes';
import { IndicatorsEditor } from './indicators-editor';
import { LimitsEditor } from './limits-editor';
import { unitsFault } from './units-fault';

const words = WORDS.acts.fields;

/** Statuses in which the responsible units can still be corrected; a draft's are chosen when it is confirmed. */
const UNITS_OPEN: ReadonlySet<TaskDetail['status']> = new Set(['hung', 'assigned', 'declined']);

interface Props {
  readonly task: TaskDetail;
  readonly timeline: Timeline;
}

/** The fields of a task's content. */
export function ContentItems({ task, timeline: { course } }: Props): ReactElement {
  return (
    <>
      <LineItem name="title" label={words.title} required max={500} />
      <TextItem name="body" label={words.body} max={20_000} rows={4} />
      {UNITS_OPEN.has(task.status) && (
        <>
          <Form.Item name="leadUnitIds" label={words.leads} rules={CHOSEN}>
            <UnitPicker label={words.leads} />
          </Form.Item>
          <Form.Item name="supportUnitIds" label={words.supports}>
            <UnitPicker label={words.supports} />
          </Form.Item>
        </>
      )}
      <fieldset className="plain-fieldset">
        <legend>{words.limits}</legend>
        <Form.Item name="limits">
          <LimitsEditor task={task} given={Object.keys(course.limits)} />
        </Form.Item>
      </fieldset>
      <fieldset className="plain-fieldset">
        <legend>{WORDS.terms.indicator}</legend>
        <Form.Item name="indicators">
          <IndicatorsEditor given={Object.keys(course.indicators)} />
        </Form.Item>
      </fieldset>
    </>
  );
}

/** What is wrong with a content before it is sent. */
export function contentFault(changed: boolean, values: Partial<ContentValues>): string | null {
  if (!changed) return WORDS.acts.nothingChanged;
  const { leadUnitIds = [], supportUnitIds = [], indicators = [] } = values;
  if (indicators.some(({ name, value }) => name.trim() === '' || value === null)) return WORDS.acts.indicatorUnfinished;
  return unitsFault(leadUnitIds, supportUnitIds);
}
