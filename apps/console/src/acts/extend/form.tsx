import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { addDays } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { ownUnitsOf, useMe } from '../../app/session';
import { DayItem } from '../../forms/day-item';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { isWorking, ownLane } from '../../parts/lanes';
import { DuePartLine } from '../../parts/task-facts/due-part-list';
import { type DuePart, partKey } from '../../parts/task-facts/due-parts';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { words } from './words';

const kept = z.object({
  /** The key of what is owed. */
  part: z.string().nullable(),
  due: z.string().nullable(),
  reason: z.string(),
});

type Values = z.infer<typeof kept>;

/** 申请延期. */
export default function ExtendForm(props: ActFormProps): ReactElement {
  const lane = ownLane(props.task, ownUnitsOf(useMe()), isWorking);
  // What has no day cannot get a later one.
  const parts = (lane?.reportable ?? []).filter(({ due }) => due !== null);
  const waiting = waitingParts(props.task);
  const free = parts.filter((each) => !waiting.has(partKey(each)));
  const [only] = free;
  const part = free.length === 1 && only !== undefined ? partKey(only) : null;
  const initial: Values = { part, due: null, reason: '' };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      bodyOf={(values) => {
        const chosen = parts.find((each) => partKey(each) === values.part);
        const { limitId = '', period = null } = chosen ?? {};
        return { limitId, period, due: values.due ?? '', reason: values.reason };
      }}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/extend', { params: commandParams(id, key), body }))
      }
    >
      <Form.Item
        name="part"
        label={words.fields.part}
        rules={[{ required: true, message: WORDS.forms.required }]}
        extra={parts.length === 0 ? words.fields.none : null}
      >
        <Radio.Group
          className="stacked due-choices"
          options={parts.map((each) => ({
            value: partKey(each),
            disabled: waiting.has(partKey(each)),
            label: (
              <>
                <DuePartLine part={each} task={props.task} />
                {waiting.has(partKey(each)) && <span className="quiet keep"> {words.fields.waiting}</span>}
              </>
            ),
          }))}
        />
      </Form.Item>
      <NewDay parts={parts} />
      <TextItem name="reason" label={WORDS.acts.fields.reason} required max={2_000} rows={4} />
    </ActForm>
  );
}

/** The keys of the parts for which a request waits: the same is not asked for twice. */
function waitingParts({ proposals }: Pick<TaskDetail, 'proposals'>): ReadonlySet<string> {
  return new Set(proposals.flatMap(({ extension }) => (extension === null ? [] : [partKey(extension)])));
}

/** Later than the day that the chosen part has, and not before today. */
function NewDay({ parts }: { readonly parts: readonly DuePart[] }): ReactElement {
  const chosen: unknown = Form.useWatch('part');
  const due = parts.find((each) => partKey(each) === chosen)?.due ?? null;
  const next = due === null ? today() : addDays(due, 1);
  return <DayItem name="due" title={words.fields.due} required toCome earliest={next < today() ? today() : next} />;
}
