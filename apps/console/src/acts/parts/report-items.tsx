import { Alert, Checkbox, Form, InputNumber } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DayField } from '../../forms/day-field';
import { EvidenceField } from '../../forms/evidence-field';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { targetText } from '../../parts/task-facts/figure';
import { type Report } from '../../parts/task-facts/reports';
import { WORDS } from '../../words';
import { limitOptions } from './limit-option';
import { settleable } from './report-values';
import { StatedDayItem } from './stated-day-item';

const words = WORDS.acts.fields;

interface Props {
  readonly task: TaskDetail;
  readonly last: Report | null;
  readonly onWaiting: (count: number) => void;
}

/** The fields of a report, filled with what the last one said. */
export function ReportItems({ task, last, onWaiting }: Props): ReactElement {
  const limits = settleable(task);
  const carried = last !== null && carriesOver(last);
  return (
    <>
      {carried && <Alert className="notice" type="info" showIcon title={WORDS.acts.carried} />}
      <LastProgress last={last} />
      <TextItem name="progress" label={words.progress} required rows={4} />
      <PercentItem task={task} />
      {task.indicators.length > 0 && <ReadingItems task={task} />}
      <TextItem name="problems" label={words.problems} rows={2} />
      <TextItem name="nextSteps" label={words.nextSteps} rows={2} />
      <TextItem name="helpNeeded" label={words.helpNeeded} rows={2} />
      {limits.length > 0 && (
        <Form.Item name="limitsDone" label={words.limitsDone}>
          <Checkbox.Group className="stacked" options={limitOptions(limits, task)} />
        </Form.Item>
      )}
      <Form.Item name="evidence" label={words.evidence}>
        <EvidenceField onWaiting={onWaiting} />
      </Form.Item>
      <StatedDayItem task={task} />
    </>
  );
}

/** True when the form begins with words of the last report. */
function carriesOver({ data: { texts } }: Report): boolean {
  return [texts.problems, texts.nextSteps, texts.helpNeeded].some(Boolean);
}

function LastProgress({ last }: { readonly last: Report | null }): ReactElement {
  if (last === null) return <p className="quiet">{WORDS.acts.neverReported}</p>;
  return (
    <div className="last-time">
      <div className="quiet">{WORDS.acts.lastTime(last.data.on)}</div>
      <div>{last.data.texts.progress}</div>
    </div>
  );
}

function PercentItem({ task: { percent } }: Pick<Props, 'task'>): ReactElement {
  const before = percent === null ? null : WORDS.acts.last(WORDS.parts.percent(percent));
  return (
    <Form.Item
      name="percent"
      label={words.percent}
      extra={before === null ? null : WORDS.acts.clauses([before, WORDS.acts.percentExtra])}
    >
      <InputNumber className="number-field" min={0} max={100} suffix="%" inputMode="decimal" />
    </Form.Item>
  );
}

function ReadingItems({ task }: Pick<Props, 'task'>): ReactElement {
  return (
    <fieldset className="plain-fieldset">
      <legend>{words.readings}</legend>
      {task.indicators.map((indicator) => {
        const { indicatorId, name, unit, reading } = indicator;
        const before =
          reading === null ? WORDS.acts.noReading : `${WORDS.acts.last(`${reading.value}${unit}`)} ${reading.readOn}`;
        return (
          <div key={indicatorId} className="reading-item">
            <div>{name}</div>
            <div className="quiet number">{WORDS.acts.clauses([WORDS.acts.target(targetText(indicator)), before])}</div>
            <div className="reading-inputs">
              <Form.Item name={['readings', indicatorId, 'value']} noStyle>
                <InputNumber
                  className="number-field"
                  aria-label={words.readingOf(name)}
                  suffix={unit}
                  inputMode="decimal"
                />
              </Form.Item>
              <Form.Item name={['readings', indicatorId, 'readOn']} noStyle>
                <DayField label={words.readingDayOf(name)} latest={today()} placeholder={WORDS.forms.today(today())} />
              </Form.Item>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
