import { Form, Radio, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { isDay } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { DayItem } from '../../forms/day-item';
import { CHOSEN } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { usualRule } from '../../parts/task-facts/indicator-kind';
import { UnitPicker } from '../../parts/unit-picker';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { statedDay } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { ChildRows } from './child-rows';
import { ListNameItem } from './list-name-item';
import { PastItems } from './past-items';
import { ReplyByItem } from './reply-by-item';
import { RuleItems } from './rule-items';
import {
  NO_VALUES,
  ownFault,
  RHYTHMS,
  ruleValues,
  rowsFault,
  rowsOf,
  splitBody,
  splitConfirmation,
  splitValues,
  type SplitValues,
} from './split-rows';
import { words } from './words';

const fields = words.fields;
const kept = z.object(splitValues);

function initialOf(task: TaskDetail): SplitValues {
  return {
    ...NO_VALUES,
    leads: task.leadUnits.map(({ unitId }) => unitId),
    ...ruleValues(task, usualRule),
  };
}

/** 分解: which children, each with what is its own, and how they add up. */
export default function SplitForm(props: ActFormProps): ReactElement {
  const { act, task } = props;
  const [initial] = useState(() => initialOf(task));
  return (
    <ActForm<SplitValues, ReturnType<typeof bodyOfForm>>
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={(values) => rowsFault(rowsOf(values, task)) ?? ownFault(values, task, today())}
      confirmOf={(values) => splitConfirmation(rowsOf(values, task))}
      bodyOf={(values) => bodyOfForm(values, task)}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/split', { params: commandParams(id, key), body }))
      }
    >
      <Form.Item name="by" label={fields.by} rules={CHOSEN}>
        <Radio.Group
          options={(['units', 'periods', 'measures'] as const).map((value) => ({
            value,
            label: EVENT_WORDS.values.splitWays[value],
          }))}
        />
      </Form.Item>
      <WayItems ledgerId={task.ledgerId} />
      <Form.Item name="own" noStyle>
        <ChildRows task={task} />
      </Form.Item>
      <PastItems task={task} />
      <RuleItems task={task} />
      <TextItem name="requirements" label={fields.requirements} />
      <ReplyByItem task={task} />
      <StatedDayItem act={act} task={task} />
    </ActForm>
  );
}

function bodyOfForm(values: SplitValues, task: TaskDetail) {
  return { ...splitBody(values, task, today()), ...statedDay(values) };
}

/** What each way of splitting asks for. */
function WayItems({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const by: unknown = Form.useWatch('by');
  if (by === 'periods') {
    return (
      <>
        <Form.Item name="every" label={fields.every} rules={CHOSEN}>
          <Select options={RHYTHMS.map((value) => ({ value, label: WORDS.terms.recurrences[value] }))} />
        </Form.Item>
        <DayItem name="from" title={fields.from} required />
        <LastDayItem />
        <LeadsItem />
      </>
    );
  }
  if (by === 'measures') {
    return (
      <>
        <TextItem name="measures" label={fields.measures} required max={20_000} rows={6} />
        <LeadsItem />
      </>
    );
  }
  return (
    <>
      <KnownLists ledgerId={ledgerId} />
      <Form.Item name="units" label={fields.units} rules={CHOSEN}>
        <UnitPicker label={fields.units} />
      </Form.Item>
      <ListNameItem ledgerId={ledgerId} />
    </>
  );
}

/** The last period does not end before the first one begins. A day before that made no period, and no sentence said why. */
function LastDayItem(): ReactElement {
  const from: unknown = Form.useWatch('from');
  const earliest = typeof from === 'string' && isDay(from) ? from : undefined;
  return <DayItem name="to" title={fields.to} required toCome earliest={earliest} dependencies={['from']} />;
}

function LeadsItem(): ReactElement {
  return (
    <Form.Item name="leads" label={fields.leads} rules={CHOSEN}>
      <UnitPicker label={fields.leads} />
    </Form.Item>
  );
}

/** The lists of units that earlier splits of the ledger have used; nothing where there are none, or the person may not see them. */
function KnownLists({ ledgerId }: { readonly ledgerId: string }): ReactElement | null {
  const form = Form.useFormInstance<SplitValues>();
  const { data } = reads.useQuery(
    'get',
    '/api/unit-lists',
    { params: { query: { ledgerId } } },
    { retry: false, throwOnError: false },
  );
  const lists = data?.lists ?? [];
  if (lists.length === 0) return null;
  const choose = (name: string): void => {
    const list = lists.find((each) => each.name === name);
    form.setFieldsValue({ units: (list?.units ?? []).map(({ unitId }) => unitId), listName: name });
  };
  return (
    <Form.Item label={fields.list} htmlFor="split-list">
      <Select
        id="split-list"
        placeholder={fields.list}
        options={lists.map(({ name, units }) => ({
          value: name,
          label: name,
          title: units.map((unit) => unit.name).join(WORDS.parts.and),
        }))}
        onChange={choose}
      />
    </Form.Item>
  );
}
