import { Form } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { isDay } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { DayItem } from '../../forms/day-item';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { DayOffHint } from '../../parts/day-off-hint';
import { useRulesInForce } from '../../parts/rules/use-rules-in-force';
import { StaffingNote } from '../../parts/staffing/staffing-note';
import { LimitList } from '../../parts/task-facts/limit-list';
import { UnitNames } from '../../parts/unit-names';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { pastDaysBody, pastDaysValue, pastLimitsOf } from '../parts/past-days';
import { PastDaysItems } from '../parts/past-days-items';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

const common = ACT_WORDS.fields;

const kept = z.object({
  requirements: z.string(),
  replyBy: z.string().nullable(),
  ...pastDaysValue,
  ...statedDayValue,
});
type Values = z.infer<typeof kept>;

/** The day for the answer is that of the rules unless somebody names one; a task that is assigned again keeps the day that it had. */
function initialOf({ assignment }: TaskDetail): Values {
  return { requirements: '', replyBy: assignment?.replyBy ?? null, pastDays: {}, occurredOn: null };
}

/** 交办. */
export default function AssignForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const past = pastLimitsOf(task, today());
  const [initial] = useState(() => initialOf(task));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      bodyOf={({ requirements, replyBy, pastDays, ...day }) => ({
        requirements,
        replyBy,
        pastDays: pastDaysBody(past, pastDays),
        ...statedDay(day),
      })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/assign', { params: commandParams(id, key), body }))
      }
    >
      <dl className="recap">
        <dt>{common.leads}</dt>
        <dd>
          <UnitNames units={task.leadUnits} />
        </dd>
        <dt>{common.supports}</dt>
        <dd>
          <UnitNames units={task.supportUnits} />
        </dd>
        <dt>{common.limits}</dt>
        <dd>
          <LimitList task={task} />
        </dd>
      </dl>
      <StaffingNote ledgerId={task.ledgerId} units={[...task.leadUnits, ...task.supportUnits]} />
      {past.length > 0 && <PastDaysItems limits={past} all={task.limits} />}
      <TextItem name="requirements" label={words.fields.requirements} />
      <ReplyByItem ledgerId={task.ledgerId} />
      <StatedDayItem act={props.act} task={task} />
    </ActForm>
  );
}

/** Nobody answers before the assignment: before today, or before the earlier day on which it was made. */
function ReplyByItem({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  // An assignment goes by the rules in force in the ledger, whatever the task had before.
  const rules = useRulesInForce(ledgerId);
  const stated: unknown = Form.useWatch('occurredOn');
  const earliest = typeof stated === 'string' && isDay(stated) ? stated : today();
  const { replyBy, replyByExtra } = words.fields;
  return (
    <>
      <DayItem
        name="replyBy"
        title={replyBy}
        {...(rules === null ? {} : { extra: replyByExtra(rules.clocks.reply) })}
        earliest={earliest}
        toCome
      />
      <DayOffHint name="replyBy" />
    </>
  );
}
