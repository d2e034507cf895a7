import { Form } from 'antd';
import { type ReactElement } from 'react';
import { MAX_MEASURE, ON_ACCOUNT, UNDER_CHECK } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { dayFault } from '../../forms/day-fault';
import { numberFault } from '../../forms/number-fault';
import { CHOSEN } from '../../forms/rules';
import { LineItem, TextItem } from '../../forms/text-item';
import { type Lane, laneNames } from '../../parts/lanes';
import { leastTarget } from '../../parts/task-facts/indicator-kind';
import { UnitPicker } from '../../parts/unit-picker';
import { type Timeline } from '../../telling';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { type ContentValues, type EditedIndicator } from './content-changes';
import { IndicatorsEditor } from './indicators-editor';
import { LimitsEditor } from './limits-editor';
import { ChosenUnits } from './chosen-units';
import { NOT_BOTH } from './units-fault';

const words = ACT_WORDS.fields;

/** Statuses in which responsible units can be corrected; a draft's are chosen when it is confirmed. */
const UNITS_OPEN = ON_ACCOUNT.filter((status) => !UNDER_CHECK.includes(status));

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
      {UNITS_OPEN.includes(task.status) && (
        <>
          <Form.Item name="leadUnitIds" label={words.leads} rules={CHOSEN} extra={leadsHint(task)}>
            <UnitPicker label={words.leads} />
          </Form.Item>
          <Form.Item name="supportUnitIds" label={words.supports} extra={supportsHint(task)} {...NOT_BOTH}>
            <UnitPicker label={words.supports} />
          </Form.Item>
          <ChosenUnits ledgerId={task.ledgerId} />
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

/** Leads that have accepted stay; beside one that has, another one comes only in place of a lead that declined. */
function leadsHint(task: TaskDetail): string | null {
  const kept = accepted(task, 'lead');
  if (kept === null) return null;
  return task.status === 'declined' ? kept : `${kept}${ACT_WORDS.leadsFixed}`;
}

function supportsHint(task: TaskDetail): string | null {
  return task.lanes.length === 0 ? null : `${accepted(task, 'support') ?? ''}${ACT_WORDS.supportsFree}`;
}

/** Which units of a role have accepted, as a sentence; null for none. */
function accepted({ lanes }: TaskDetail, role: Lane['role']): string | null {
  const names = laneNames(lanes.filter((lane) => lane.role === role && lane.answer === 'accepted'));
  return names === '' ? null : ACT_WORDS.unitsKept(names);
}

/** What is wrong with a content before it is sent. */
export function contentFault(changed: boolean, values: Partial<ContentValues>): string | null {
  if (!changed) return ACT_WORDS.nothingChanged;
  const { indicators = [], limits = [] } = values;
  if (limits.some(({ due, removed }) => !removed && dayFault(due, {}) !== null)) return ACT_WORDS.limitUnread;
  if (indicators.some(isUnfinished)) return ACT_WORDS.indicatorUnfinished;
  if (indicators.some(isReversed)) return ACT_WORDS.indicatorReversed;
  if (indicators.some(isTooLarge)) return ACT_WORDS.indicatorTooLarge;
  return indicators.some(isBelowLeast) ? ACT_WORDS.indicatorBelowZero : null;
}

function isBelowLeast({ name, unit, value, max, op }: EditedIndicator): boolean {
  const min = leastTarget({ name, unit });
  return numberFault(value, { min }) !== null || (op === 'range' && numberFault(max, { min }) !== null);
}

function isReversed({ op, value, max }: EditedIndicator): boolean {
  return op === 'range' && (max ?? 0) <= (value ?? 0);
}

function isTooLarge({ op, value, max }: EditedIndicator): boolean {
  return [value, op === 'range' ? max : 0].some((figure) => Math.abs(figure ?? 0) > MAX_MEASURE);
}

function isUnfinished({ name, value, op, max }: EditedIndicator): boolean {
  return name.trim() === '' || !isNumber(value) || (op === 'range' && !isNumber(max));
}

function isNumber(value: number | null): boolean {
  return value !== null && !Number.isNaN(value);
}
