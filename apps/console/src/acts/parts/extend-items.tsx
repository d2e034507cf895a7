import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { addDays } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { DayItem } from '../../forms/day-item';
import { CHOSEN } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { type Lane } from '../../parts/lanes';
import { DuePartLine } from '../../parts/task-facts/due-part-list';
import { type DuePart, partKey } from '../../parts/task-facts/due-parts';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { extendableOf, waitingParts } from './extend-values';

const words = ACT_WORDS.extension;

interface Props {
  readonly task: Pick<TaskDetail, 'proposals' | 'limits'>;
  /** The lane that asks. */
  readonly lane: Lane | null;
}

/** The fields of a request for more time: for what, until when and why. */
export function ExtendItems({ task, lane }: Props): ReactElement {
  const parts = extendableOf(lane);
  const waiting = waitingParts(task);
  return (
    <>
      <Form.Item name="part" label={words.part} rules={CHOSEN} extra={parts.length === 0 ? words.none : null}>
        <Radio.Group
          className="stacked due-choices"
          options={parts.map((each) => ({
            value: partKey(each),
            disabled: waiting.has(partKey(each)),
            label: (
              <>
                <DuePartLine part={each} task={task} />
                {waiting.has(partKey(each)) && <span className="quiet keep"> {words.waiting}</span>}
                {each.movesFor.length > 0 && <span className="quiet"> {words.movesFor(unitsText(each.movesFor))}</span>}
              </>
            ),
          }))}
        />
      </Form.Item>
      <NewDay parts={parts} />
      <TextItem name="reason" label={ACT_WORDS.fields.reason} required max={2_000} rows={4} />
    </>
  );
}

function unitsText(units: readonly { readonly name: string }[]): string {
  return units.map(({ name }) => name).join(WORDS.parts.and);
}

/** Later than the day that the chosen part has, and not before today. */
function NewDay({ parts }: { readonly parts: readonly DuePart[] }): ReactElement {
  const chosen: unknown = Form.useWatch('part');
  const due = parts.find((each) => partKey(each) === chosen)?.due ?? null;
  const next = due === null ? today() : addDays(due, 1);
  return <DayItem name="due" title={words.due} required toCome earliest={next < today() ? today() : next} />;
}
