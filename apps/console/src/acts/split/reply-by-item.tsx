import { Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DayItem } from '../../forms/day-item';
import { today } from '../../forms/today';
import { useRulesInForce } from '../../parts/rules/use-rules-in-force';
import { earliestDue } from './earliest-due';
import { NO_VALUES, type SplitValues } from './split-rows';
import { words } from './words';

const fields = words.fields;

/** By when the units answer: no later than the first child is due. */
export function ReplyByItem({
  task,
}: {
  readonly task: Pick<TaskDetail, 'ledgerId' | 'title' | 'limits'>;
}): ReactElement {
  const form = Form.useFormInstance<SplitValues>();
  const rules = useRulesInForce(task.ledgerId);
  const latest = Form.useWatch((values: SplitValues) => earliestDue({ ...NO_VALUES, ...values }, task, today()), {
    form,
    preserve: true,
  });
  return (
    <DayItem
      name="replyBy"
      title={fields.replyBy}
      {...(rules === null ? {} : { extra: fields.replyByExtra(rules.clocks.reply) })}
      earliest={today()}
      {...(typeof latest === 'string' ? { latest } : {})}
      toCome
    />
  );
}
