import { Alert, Form } from 'antd';
import { type ReactElement } from 'react';
import { PastDayItem } from '../../forms/day-item';
import { EvidenceField } from '../../forms/evidence-field';
import { NumberItem } from '../../forms/number-item';
import { TextItem } from '../../forms/text-item';
import { type Lane } from '../../parts/lanes';
import { targetText } from '../../telling';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { DoneItem } from './done-item';
import { evidenceAsked } from './evidence-asked';
import { type LastReport } from './last-report';
import { StatedDayItem } from './stated-day-item';

const words = ACT_WORDS.fields;

interface Props extends Pick<ActFormProps, 'act' | 'task'> {
  /** The lane that is reported of. */
  readonly lane: Lane | null;
  readonly last: LastReport | null;
  /** What is said below the day of the report; left out, nothing. */
  readonly dayExtra?: string;
  readonly onWaiting: (count: number) => void;
}

/** The fields of a report, filled with what the last one of the same unit said. */
export function ReportItems({ act, task, lane, last, dayExtra, onWaiting }: Props): ReactElement {
  const reportable = lane?.reportable ?? [];
  const asked = evidenceAsked(task, lane);
  const carried = last !== null && carriesOver(last);
  return (
    <>
      {carried && <Alert className="notice" type="info" showIcon title={ACT_WORDS.carried} />}
      <LastProgress last={last} />
      <TextItem name="progress" label={words.progress} required rows={4} />
      <PercentItem percent={last?.percent ?? null} />
      {task.indicators.length > 0 && <ReadingItems task={task} />}
      <TextItem name="problems" label={words.problems} rows={2} />
      <TextItem name="nextSteps" label={words.nextSteps} rows={2} />
      <TextItem name="helpNeeded" label={words.helpNeeded} rows={2} />
      {reportable.length > 0 && <DoneItem task={task} reportable={reportable} />}
      <Form.Item name="evidence" label={words.evidence} {...(asked === null ? {} : { extra: asked })}>
        <EvidenceField kinds={task.policy.evidence} onWaiting={onWaiting} />
      </Form.Item>
      <StatedDayItem act={act} task={task} {...(dayExtra === undefined ? {} : { extra: dayExtra })} />
    </>
  );
}

/** True when the form begins with words of the last report. */
function carriesOver({ texts }: LastReport): boolean {
  return [texts.problems, texts.nextSteps, texts.helpNeeded].some(Boolean);
}

function LastProgress({ last }: Pick<Props, 'last'>): ReactElement {
  if (last === null) return <p className="quiet">{ACT_WORDS.neverReported}</p>;
  return (
    <div className="last-time">
      <div className="quiet">{ACT_WORDS.lastTime(last.on)}</div>
      <div>{last.texts.progress}</div>
    </div>
  );
}

function PercentItem({ percent }: Pick<LastReport, 'percent'>): ReactElement {
  const before = percent === null ? null : ACT_WORDS.last(WORDS.parts.percent(percent));
  return (
    <NumberItem
      name="percent"
      title={words.percent}
      extra={before === null ? null : ACT_WORDS.clauses([before, ACT_WORDS.percentExtra])}
      min={0}
      max={100}
      unit="%"
    />
  );
}

function ReadingItems({ task }: Pick<Props, 'task'>): ReactElement {
  return (
    <fieldset className="plain-fieldset">
      <legend>{words.readings}</legend>
      {task.indicators.map((indicator) => {
        const { indicatorId, name, unit, reading } = indicator;
        const before =
          reading === null ? ACT_WORDS.noReading : `${ACT_WORDS.last(`${reading.value}${unit}`)} ${reading.readOn}`;
        return (
          <div key={indicatorId} className="reading-item">
            <div>{name}</div>
            <div className="quiet number">{ACT_WORDS.clauses([ACT_WORDS.target(targetText(indicator)), before])}</div>
            <div className="reading-inputs">
              <NumberItem name={['readings', indicatorId, 'value']} label={words.readingOf(name)} unit={unit} />
              <PastDayItem name={['readings', indicatorId, 'readOn']} label={words.readingDayOf(name)} />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
