import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { GrowingText } from '../../forms/growing-text';
import { textRules } from '../../forms/rules';
import { today } from '../../forms/today';
import { DuePartLine } from '../../parts/task-facts/due-part-list';
import { type DuePart, partKey, partWords } from '../../parts/task-facts/due-parts';
import { ACT_WORDS } from '../../words/acts.words';
import { type ClosureValues, firstChoice, isToCome } from './closure-values';

const words = ACT_WORDS.closure;

interface Props {
  readonly task: Pick<TaskDetail, 'limits'>;
  /** What the unit has not reported as done. */
  readonly parts: readonly DuePart[];
}

/** What the request declares as done, and why the rest is still owed. */
export function ClaimedItems({ task, parts }: Props): ReactElement {
  return (
    <fieldset className="plain-fieldset">
      <legend>{words.claimed}</legend>
      {parts.map((part) => (
        <OnePart key={partKey(part)} task={task} part={part} />
      ))}
    </fieldset>
  );
}

function OnePart({ task, part }: { readonly task: Props['task']; readonly part: DuePart }): ReactElement {
  const key = partKey(part);
  const first = firstChoice(part, today());
  const done = Form.useWatch(({ parts }: ClosureValues) => parts?.[key]?.done) ?? first.done;
  return (
    <div className="part-item">
      <Form.Item name={['parts', key, 'done']} valuePropName="checked" initialValue={first.done} noStyle>
        <Checkbox>
          <DuePartLine part={part} task={task} />
          {isToCome(part, today()) && <span className="quiet keep"> {words.notDue}</span>}
        </Checkbox>
      </Form.Item>
      {!done && (
        <Form.Item
          name={['parts', key, 'reason']}
          label={words.owedReason}
          initialValue={first.reason}
          rules={textRules(true)}
          className="owed-reason"
        >
          <GrowingText rows={1} maxLength={2_000} aria-label={words.owedReasonOf(partWords(part, task))} />
        </Form.Item>
      )}
    </div>
  );
}
