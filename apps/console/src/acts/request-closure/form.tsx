import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { ownUnitsOf, useMe } from '../../app/session';
import { TICKED } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { isWorking, ownLane } from '../../parts/lanes';
import { ChildList } from '../../parts/children/child-list';
import { LimitList } from '../../parts/task-facts/limit-list';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { StillOwed } from '../parts/still-owed';
import { StatedDayItem } from '../parts/stated-day-item';
import { ClaimedItems } from './claimed-items';
import { closureBody, closureValues, type ClosureValues } from './closure-values';
import { words } from './words';

const common = WORDS.acts.fields;

const kept = z.object(closureValues);
const INITIAL: ClosureValues = { selfCheck: '', committed: false, occurredOn: null };

/** 申请销号. */
export default function RequestClosureForm(props: ActFormProps): ReactElement {
  const { act, task } = props;
  const lane = ownLane(task, ownUnitsOf(useMe()), isWorking);
  const open = lane?.owed ?? [];
  // What the own unit owes is asked below, part by part.
  const others = task.lanes.filter((each) => each !== lane);
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={(values) => closureBody(values, open, today())}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/request-closure', { params: commandParams(id, key), body }))
      }
    >
      <h3 className="form-heading">{common.limits}</h3>
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
      <TextItem name="selfCheck" label={words.fields.selfCheck} hint={words.fields.selfCheckHint} required rows={5} />
      <Form.Item name="committed" valuePropName="checked" rules={TICKED}>
        <Checkbox>{words.fields.committed}</Checkbox>
      </Form.Item>
      <StatedDayItem act={act} task={task} />
    </ActForm>
  );
}
