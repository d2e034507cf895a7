import { Button, Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { lanesIn } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { DayItem } from '../../forms/day-item';
import { CHOSEN } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { DayOffHint } from '../../parts/day-off-hint';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.instructions.fields;

interface Props {
  readonly task: Pick<TaskDetail, 'lanes' | 'policy'>;
  /** Takes one of the usual sentences. */
  readonly onPhrase: (text: string) => void;
}

/** What is asked, of whom, and by when. */
export function InstructionItems({ task, onPhrase }: Props): ReactElement {
  const units = lanesIn(task);
  return (
    <>
      <ReadyPhrases onChoose={onPhrase} />
      <TextItem name="text" label={words.text} required max={2_000} rows={4} />
      {units.length > 1 && (
        <Form.Item name="lanes" label={words.lanes} rules={CHOSEN}>
          <Checkbox.Group options={units.map(({ unit }) => ({ value: unit.unitId, label: unit.name }))} />
        </Form.Item>
      )}
      <DayItem
        name="answerBy"
        title={words.answerBy}
        extra={words.answerByExtra(task.policy.clocks.answer)}
        toCome
        earliest={today()}
      />
      <DayOffHint name="answerBy" />
    </>
  );
}

/** Sentences that leaders write again and again: one tap, and they can be changed. */
function ReadyPhrases({ onChoose }: { readonly onChoose: (text: string) => void }): ReactElement {
  return (
    <div className="ready-phrases" role="group" aria-label={words.ready}>
      {words.phrases.map((phrase) => (
        <Button key={phrase} onClick={() => onChoose(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  );
}
