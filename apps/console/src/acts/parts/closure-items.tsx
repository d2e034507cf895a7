import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { TICKED } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { type TaskDetail } from '../../api/answer';
import { ChildList } from '../../parts/children/child-list';
import { type Lane } from '../../parts/lanes';
import { LimitList } from '../../parts/task-facts/limit-list';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { TASK_WORDS } from '../../words/task.words';
import { evidenceAsked } from './evidence-asked';
import { StillOwed } from './still-owed';
import { ClaimedItems } from './claimed-items';

const words = ACT_WORDS.closure;

interface Props {
  readonly task: TaskDetail;
  /** The lane that asks. */
  readonly lane: Lane | null;
  /** The word of the head: the person's own, or that of the unit for which the office records. */
  readonly committed: string;
}

/** What the task asks and who still owes what of it; then the claim of the unit, its self-check and its word. */
export function ClosureItems({ task, lane, committed }: Props): ReactElement {
  const open = lane?.owed ?? [];
  const asked = evidenceAsked(task, lane);
  // What the own unit owes is asked below, part by part.
  const others = task.lanes.filter((each) => each !== lane);
  return (
    <>
      <h3 className="form-heading">{ACT_WORDS.fields.limits}</h3>
      <LimitList task={task} />
      {task.children !== null && (
        <>
          <h3 className="form-heading">{TASK_WORDS.children.title}</h3>
          <ChildList task={task} />
        </>
      )}
      {(open.length === 0 || others.some(({ owed }) => owed.length > 0)) && (
        <StillOwed task={{ lanes: others, limits: task.limits }} />
      )}
      {open.length > 0 && <ClaimedItems task={task} parts={open} />}
      {asked !== null && <p className="quiet">{asked}</p>}
      {task.acceptance.length > 0 && (
        <p className="quiet">{ACT_WORDS.acceptance.willConfirm(task.acceptance.join(WORDS.parts.and))}</p>
      )}
      <TextItem name="selfCheck" label={words.selfCheck} hint={words.selfCheckHint} required rows={5} />
      <Form.Item name="committed" valuePropName="checked" rules={TICKED}>
        <Checkbox>{committed}</Checkbox>
      </Form.Item>
    </>
  );
}
