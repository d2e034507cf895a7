import { Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { today } from '../../forms/today';
import { PastDaysItems } from '../parts/past-days-items';
import { isPeriodPast, NO_VALUES, pastHandedDown, type SplitValues } from './split-rows';
import { words } from './words';

/** Days that are over, where a child would have one: splitting is assigning, so it asks for the same. */
export function PastItems({ task }: { readonly task: TaskDetail }): ReactElement | null {
  const form = Form.useFormInstance<SplitValues>();
  const day = today();
  const { past, isOver } = Form.useWatch(
    (given: SplitValues) => {
      const values = { ...NO_VALUES, ...given };
      return { past: pastHandedDown(values, task, day), isOver: isPeriodPast(values, task, day) };
    },
    { form, preserve: true },
  );
  if (past.length > 0) return <PastDaysItems limits={past} all={task.limits} />;
  return isOver ? (
    <p className="lamp-near" role="status">
      {words.fields.past}
    </p>
  ) : null;
}
