import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { reads } from '../../api/client';
import { CHOSEN } from '../../forms/rules';
import { LimitList } from '../../parts/task-facts/limit-list';
import { PageLoading } from '../../parts/page-loading';
import { UnitPicker } from '../../parts/unit-picker';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { ChosenUnits } from '../parts/chosen-units';
import { commandParams } from '../parts/command-params';
import { DeclineReasons } from '../parts/decline-reasons';
import { NOT_BOTH } from '../parts/units-fault';
import { words } from './words';

const common = ACT_WORDS.fields;

const kept = z.object({
  leadUnitIds: z.array(z.string()),
  supportUnitIds: z.array(z.string()),
  limits: z.enum(['confirmed', 'none']),
});
type Values = z.infer<typeof kept>;

/** 确认单位和时限. Names of the document that are called like one unit are chosen beforehand. */
export default function ConfirmForm(props: ActFormProps): ReactElement {
  const names = namesOf(props.task);
  const asked = props.task.leadUnits.length === 0 && names.length > 0;
  const { data, isPending } = reads.useQuery('get', '/api/units', { params: { query: { names } } }, { enabled: asked });
  if (asked && isPending) return <PageLoading />;
  return <Known {...props} matches={new Map((data?.matches ?? []).map(({ name, unitIds }) => [name, unitIds]))} />;
}

function Known(props: ActFormProps & { readonly matches: ReadonlyMap<string, readonly string[]> }): ReactElement {
  const { task, timeline, matches } = props;
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initialOf(task, matches)}
      bodyOf={(values) => values}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/confirm', { params: commandParams(id, key), body }))
      }
    >
      <DeclineReasons task={task} steps={timeline.steps} />
      <Form.Item name="leadUnitIds" label={common.leads} rules={CHOSEN} extra={namedAs(task.leadUnitNames)}>
        <UnitPicker label={common.leads} />
      </Form.Item>
      <Form.Item name="supportUnitIds" label={common.supports} extra={namedAs(task.supportUnitNames)} {...NOT_BOTH}>
        <UnitPicker label={common.supports} />
      </Form.Item>
      <ChosenUnits ledgerId={task.ledgerId} />
      <h3 className="form-heading">{common.limits}</h3>
      <LimitList task={task} />
      <Form.Item name="limits" label={words.fields.limitsCheck} rules={CHOSEN}>
        <Radio.Group
          options={[
            { value: 'confirmed', label: words.fields.limitsConfirmed },
            { value: 'none', label: words.fields.limitsNone },
          ]}
        />
      </Form.Item>
    </ActForm>
  );
}

function namesOf({
  leadUnitNames,
  supportUnitNames,
}: Pick<TaskDetail, 'leadUnitNames' | 'supportUnitNames'>): string[] {
  const named = [...leadUnitNames, ...supportUnitNames].filter(({ collective }) => !collective);
  return [...new Set(named.map(({ name }) => name))].slice(0, 100);
}

function initialOf(task: TaskDetail, matches: ReadonlyMap<string, readonly string[]>): Values {
  const only = (names: readonly { readonly name: string }[]): string[] =>
    names.flatMap(({ name }) => {
      const found = matches.get(name) ?? [];
      return found.length === 1 ? [...found] : [];
    });
  const chosen = task.leadUnits.length > 0;
  const leads = chosen ? task.leadUnits.map(({ unitId }) => unitId) : [...new Set(only(task.leadUnitNames))];
  const supports = chosen ? task.supportUnits.map(({ unitId }) => unitId) : only(task.supportUnitNames);
  return {
    leadUnitIds: leads,
    supportUnitIds: [...new Set(supports)].filter((unitId) => !leads.includes(unitId)),
    limits: task.limits.length === 0 ? 'none' : 'confirmed',
  };
}

function namedAs(names: readonly { readonly name: string }[]): string | null {
  return names.length === 0 ? null : words.fields.unitsNamed(names.map(({ name }) => name).join(WORDS.parts.and));
}
