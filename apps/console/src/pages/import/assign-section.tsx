import { holdsPrivateData } from '#domain';
import { Button, Checkbox, Form } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { DayItem } from '../../forms/day-item';
import { GrowingText } from '../../forms/growing-text';
import { today } from '../../forms/today';
import { type Batch, BatchProgress, useBatch } from '../../batch';
import { StaffingNote } from '../../parts/staffing/staffing-note';
import { ACT_WORDS } from '../../words/acts.words';
import { IMPORT_WORDS } from '../../words/import.words';
import { type AssignForm, assignFormSchema, unitsIn } from './model/import-run';
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
  const items = new Set(batch.state?.items.map(({ id }) => id));
  // What was left out of it stays to be assigned.
  useDropWhenThrough(batch, tasks.filter(({ taskId, status }) => status === 'hung' && items.has(taskId)).length);
  return batch;
}

/** Assigns all tasks of an import that are hung, with the same requirements. Nothing while none is. */
export function AssignSection({ run, batch }: Props): ReactElement | null {
  const [keepPastDays, setKeepPastDays] = useState(false);
  const hung = run.tasks.filter(({ status }) => status === 'hung');
  const past = hung.filter(hasPastDay);
  const taken = keepPastDays ? hung : hung.filter((task) => !hasPastDay(task));
  if (hung.length === 0 && batch.state === null) return null;
  const start = (asked: Asked): void =>
    batch.start(
      { ...asked, keepPastDays },
      taken.map((task) => ({ id: task.taskId, label: labelOf(task), href: `/tasks/${task.taskId}` })),
    );
  return (
    <section className="panel" aria-labelledby="import-assign">
      <h2 id="import-assign">{words.heading}</h2>
      {batch.state === null ? (
        <>
          <p>{taken.length > 0 ? words.say(taken.length, unitsIn(taken)) : words.allPast}</p>
          {hung.slice(0, 1).map(({ row: { ledgerId } }) => (
            <StaffingNote
              key={ledgerId}
              ledgerId={ledgerId}
              units={taken.flatMap(({ row }) => [...row.leadUnits, ...row.supportUnits])}
            />
          ))}
          <AssignFields count={taken.length} onSend={start}>
            {past.length > 0 && (
              <Form.Item extra={ACT_WORDS.keepPastDaysExtra}>
                <Checkbox checked={keepPastDays} onChange={({ target }) => setKeepPastDays(target.checked)}>
                  {ACT_WORDS.keepPastDays(past.length)}
                </Checkbox>
                {!keepPastDays && <LeftOut tasks={past} />}
              </Form.Item>
            )}
          </AssignFields>
        </>
      ) : (
        <BatchProgress batch={batch} doneSentence={words.done} />
      )}
    </section>
  );
}

/** Where what is left out is assigned one by one. */
function LeftOut({ tasks }: { readonly tasks: ImportRun['tasks'] }): ReactElement {
  return (
    <ul className="plain-list">
      {tasks.map((task) => (
        <li key={task.taskId}>
          <Link to={`/tasks/${task.taskId}`}>{labelOf(task)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** True for a task that the server refuses to assign until somebody says what becomes of its day. */
function hasPastDay({ row: { nextDue } }: ImportRun['tasks'][number]): boolean {
  return nextDue !== null && nextDue < today();
}

function labelOf({ row }: ImportRun['tasks'][number]): string {
  return [row.taskNumber, row.title].filter(Boolean).join(' ');
}

interface FieldsProps {
  readonly count: number;
  readonly onSend: (asked: Asked) => void;
  readonly children: ReactNode;
}

function AssignFields({ count, onSend, children }: FieldsProps): ReactElement {
  const noPrivateData = (_rule: unknown, text: unknown): Promise<void> =>
    holdsPrivateData(String(text)) ? Promise.reject(new Error(words.privateData)) : Promise.resolve();
  return (
    <Form<Asked>
      className="one-column"
      layout="vertical"
      requiredMark={false}
      initialValues={{ requirements: '', replyBy: null }}
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
      <DayItem name="replyBy" title={words.replyBy} extra={words.replyByHint} toCome earliest={today()} />
      {children}
      <Button type="primary" htmlType="submit" disabled={count === 0}>
        {words.submit(count)}
      </Button>
    </Form>
  );
}
