import { Form, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { CHOSEN } from '../../forms/rules';
import { EVENT_WORDS } from '../../words/events.words';
import { words } from './words';

const fields = words.fields;

/** How what the children reach adds up to the task: its progress, and each of its indicators. */
export function RuleItems({ task }: { readonly task: Pick<TaskDetail, 'indicators' | 'children'> }): ReactElement {
  const { indicators, children } = task;
  return (
    <>
      <Form.Item name="progress" label={fields.rule} rules={CHOSEN} {...(children ? { extra: fields.ruleOfAll } : {})}>
        <Radio.Group
          options={(['average', 'all'] as const).map((value) => ({
            value,
            label: EVENT_WORDS.values.progressRules[value],
          }))}
        />
      </Form.Item>
      {indicators.map(({ indicatorId, name }) => (
        <Form.Item
          key={indicatorId}
          name={['indicators', indicatorId]}
          label={fields.indicatorRule(name)}
          rules={CHOSEN}
        >
          <Select
            options={(['sum', 'average', 'all', 'none'] as const).map((value) => ({
              value,
              label: value === 'none' ? fields.notAdded : EVENT_WORDS.values.indicatorRules[value],
            }))}
          />
        </Form.Item>
      ))}
    </>
  );
}
