import { dayInShanghai, holdsPrivateData, instantText } from '#domain';
import { Button, Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { aWeekFrom } from '../../forms/a-week-from';
import { DayItem } from '../../forms/day-item';
import { GrowingText } from '../../forms/growing-text';
import { type Batch, BatchProgress, useBatch } from '../../batch';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { type AssignForm, assignFormSchema, standingOf, unitsIn } from './model/import-run';
import { assignTask } from './run-acts';
import { useDropWhenThrough } from './use-drop-when-through';
import { type ImportRun } from './use-import-run';

const words = IMPORT_WORDS.assign;

interface Props {
  readonly run: ImportRun;
  readonly batch: Batch<AssignForm>;
}

interface Asked {
  readonly requirements: string;
  readonly replyBy: string | null;
  readonly keepPastDays: boolean;
}

/** Assigning the tasks of an import, one after the other. */
export function useAssignBatch(importId: string, { tasks, position }: ImportRun): Batch<AssignForm> {
  const batch = useBatch<AssignForm>({
    name: `import-assign/${importId}`,
    readForm: (stored) => assignFormSchema.safeParse(stored).data ?? null,
    send: (form, id) => {
      const task = tasks.find(({ taskId }) => taskId === id);
      return task === undefined ? Promise.reject(new Error(id)) : assignTask(task, form, position);
    },
  });
  useDropWhenThrough(batch, standingOf(tasks).toAssign);
  return batch;
}

/** Assigns all tasks of an import that are hung, with the same requirements. Nothing while none is. */
export function AssignSection({ run, batch }: Props): ReactElement | null {
  const hung = run.tasks.filter(({ status }) => status === 'hung');
  if (hung.length === 0 && batch.state === null) return null;
  const start = (asked: Asked): void =>
    batch.start(
      asked,
      hung.map(({ taskId, row }) => ({
        id: taskId,
        label: [row.taskNumber, row.title].filter(Boolean).join(' '),
        href: `/tasks/${taskId}`,
      })),
    );
  return (
    <section className="panel" aria-labelledby="import-assign">
      <h2 id="import-assign">{words.heading}</h2>
      {batch.state === null ? (
        <>
          <p>{words.say(hung.length, unitsIn(hung))}</p>
          <AssignFields count={hung.length} onSend={start} />
        </>
      ) : (
        <BatchProgress batch={batch} doneSentence={words.done} />
      )}
    </section>
  );
}

function AssignFields({
  count,
  onSend,
}: {
  readonly count: number;
  readonly onSend: (asked: Asked) => void;
}): ReactElement {
  const today = dayInShanghai(instantText(Date.now()));
  const noPrivateData = (_rule: unknown, text: unknown): Promise<void> =>
    holdsPrivateData(String(text)) ? Promise.reject(new Error(words.privateData)) : Promise.resolve();
  return (
    <Form<Asked>
      className="one-column"
      layout="vertical"
      requiredMark={false}
      initialValues={{ requirements: '', replyBy: aWeekFrom(today), keepPastDays: false }}
      onFinish={onSend}
    >
      <Form.Item
        name="requirements"
        label={words.requirements}
        extra={words.requirementsHint}
        rules={[{ validator: noPrivateData }]}
      >
        <GrowingText rows={2} maxLength={4_000} />
      </Form.Item>
      <DayItem name="replyBy" title={words.replyBy} extra={words.replyByHint} toCome earliest={today} />
      <Form.Item name="keepPastDays" valuePropName="checked" extra={WORDS.acts.keepPastDaysExtra}>
        <Checkbox>{WORDS.acts.keepPastDays}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {words.submit(count)}
      </Button>
    </Form>
  );
}
