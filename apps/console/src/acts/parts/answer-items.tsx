import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { EvidenceField } from '../../forms/evidence-field';
import { CHOSEN } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { type Lane } from '../../parts/lanes';
import { askedText } from '../../parts/task-facts/asked-text';
import { ACT_WORDS } from '../../words/acts.words';
import { TASK_WORDS } from '../../words/task.words';
import { toAnswer } from './answer-values';

interface Props {
  readonly task: Pick<TaskDetail, 'instructions'>;
  /** The lane that answers. */
  readonly lane: Lane | null;
  readonly onWaiting: (count: number) => void;
}

const words = TASK_WORDS.instructions;

/** The fields of an answer: what was asked stands above it, to be chosen where there is more than one. */
export function AnswerItems({ task, lane, onWaiting }: Props): ReactElement {
  const open = toAnswer(task, lane);
  const options = open.map((instruction) => ({
    value: instruction.instructionId,
    label: askedText(instruction),
  }));
  return (
    <>
      {open.length > 1 ? (
        <Form.Item name="instructionId" label={words.title} rules={CHOSEN}>
          <Radio.Group className="stacked" options={options} />
        </Form.Item>
      ) : (
        options.map(({ value, label }) => (
          <p key={value} className="last-time">
            {label}
          </p>
        ))
      )}
      <TextItem name="text" label={words.answer} required rows={4} />
      <Form.Item name="evidence" label={ACT_WORDS.fields.evidence}>
        <EvidenceField onWaiting={onWaiting} />
      </Form.Item>
    </>
  );
}
