import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { type Lane } from '../../parts/lanes';
import { DuePartLine } from '../../parts/task-facts/due-part-list';
import { partKey } from '../../parts/task-facts/due-parts';
import { ACT_WORDS } from '../../words/acts.words';

interface Props {
  readonly task: Pick<TaskDetail, 'limits'>;
  readonly reportable: Lane['reportable'];
}

/** What a report completes: dated limits and periods, each with its day. */
export function DoneItem({ task, reportable }: Props): ReactElement {
  const options = reportable.map((part) => ({
    value: partKey(part),
    label: (
      <>
        <DuePartLine part={part} task={task} />
        {part.next && <span className="quiet keep"> {ACT_WORDS.nextPeriod}</span>}
      </>
    ),
  }));
  const preselected = reportable.some(({ period, next }) => period !== null && !next);
  return (
    <Form.Item name="done" label={ACT_WORDS.fields.done} extra={preselected ? ACT_WORDS.doneExtra : null}>
      <Checkbox.Group className="stacked due-choices" options={options} />
    </Form.Item>
  );
}
