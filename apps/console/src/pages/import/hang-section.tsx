import { useMutation, useQueryClient } from '@tanstack/react-query';
import { authoritySchema, holdsPrivateData } from '#domain';
import { Alert, Button, Checkbox, Form, Input, Radio } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Answer } from '../../api/answer';
import { type Problem, problemOf } from '../../api/problem';
import { type Batch, BatchProgress, useBatch } from '../../batch';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { authorityOf, hangable, type HangForm, hangFormSchema, standingOf } from './model/import-run';
import { namesIn } from './model/unit-choices';
import { hangTask } from './run-acts';
import { settleUnits } from './settle-units';
import { useDropWhenThrough } from './use-drop-when-through';
import { UnitsPanel } from './units-panel';
import { type ImportedTask, type ImportRun, type RunUnits, useRunUnits } from './use-import-run';

const words = IMPORT_WORDS.hang;
const { authorities } = WORDS.terms;

interface Props {
  readonly importId: string;
  readonly source: Answer<'/api/imports/{importId}'>['source'];
  readonly run: ImportRun;
  readonly batch: Batch<HangForm>;
}

interface Asked extends Pick<HangForm, 'authority'> {
  readonly secrecyDeclared: boolean;
}

/** Confirming and hanging the tasks of an import, one after the other. */
export function useHangBatch(importId: string, { tasks, position }: ImportRun): Batch<HangForm> {
  const batch = useBatch<HangForm>({
    name: `import-hang/${importId}`,
    readForm: (stored) => hangFormSchema.safeParse(stored).data ?? null,
    send: (form, id) => {
      const task = tasks.find(({ taskId }) => taskId === id);
      return task === undefined ? Promise.reject(new Error(id)) : hangTask(task, form, position);
    },
  });
  useDropWhenThrough(batch, standingOf(tasks).drafts);
  return batch;
}

/** Confirms and hangs all drafts of an import in one act. Nothing once none is left. */
export function HangSection({ importId, source, run, batch }: Props): ReactElement | null {
  const { tasks } = run;
  if (standingOf(tasks).drafts === 0 && batch.state === null) return null;
  const start = (authority: HangForm['authority'], ready: HangForm['units']): void =>
    batch.start(
      { authority, units: ready },
      tasks
        .filter(({ taskId }) => ready[taskId] !== undefined)
        .map(({ taskId, row }) => ({ id: taskId, label: row.title, href: `/tasks/${taskId}` })),
    );
  return (
    <section className="panel" aria-labelledby="import-hang">
      <h2 id="import-hang">{words.heading}</h2>
      {batch.state === null ? (
        <HangFields importId={importId} run={run} source={source} onStart={start} />
      ) : (
        <BatchProgress batch={batch} doneSentence={words.done} />
      )}
    </section>
  );
}

interface FieldsProps {
  readonly importId: string;
  readonly run: ImportRun;
  readonly source: Props['source'];
  readonly onStart: (authority: HangForm['authority'], ready: HangForm['units']) => void;
}

function HangFields({ importId, run, source, onStart }: FieldsProps): ReactElement {
  const units = useRunUnits(importId, run.tasks);
  const { names, matches, choices, choose } = units;
  const drafts = run.tasks.filter(({ status }) => status === 'draft');
  const { ready, waiting, leaderless } = hangable(drafts, units.unitsOf);
  const open = namesIn(names, 'open', choices, matches);
  const fresh = namesIn(names, 'create', choices, matches);
  const registered = new Set(namesIn(names, 'registered', choices, matches));
  const asked = names.filter((name) => !registered.has(name));
  const create = useUnitsFirst(units);
  const count = Object.keys(ready).length;
  return (
    <>
      {open.length > 0 && (
        <Alert className="notice" type="warning" showIcon title={words.openNames(open.length, waiting.length)} />
      )}
      {leaderless.length > 0 && <Leaderless tasks={drafts.filter(({ taskId }) => leaderless.includes(taskId))} />}
      {asked.length > 0 && <UnitsPanel names={asked} choices={choices} matches={matches} onChange={choose} />}
      {fresh.length > 0 && (
        <div className="import-card-acts">
          <Button loading={create.isPending} onClick={() => create.mutate()}>
            {IMPORT_WORDS.confirm.units(fresh.length)}
            {fresh.map(({ name }) => name).join(WORDS.parts.and)}
          </Button>
        </div>
      )}
      {create.error && <ProblemNote problem={create.error} />}
      {count > 0 && <p>{words.say(count)}</p>}
      {count > 0 && <AuthorityForm source={source} count={count} onSend={(authority) => onStart(authority, ready)} />}
    </>
  );
}

/** Tasks without a lead unit have to be opened one by one: only a person knows who leads. */
function Leaderless({ tasks }: { readonly tasks: readonly ImportedTask[] }): ReactElement {
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={words.leaderless(tasks.length)}
      description={
        <ul className="import-consequences">
          {tasks.map(({ taskId, row }) => (
            <li key={taskId}>
              <Link to={`/tasks/${taskId}`}>{row.title}</Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** Names decided to be units of their own are created before the tasks that need them are confirmed. */
function useUnitsFirst({ names, choices, matches }: RunUnits) {
  const queries = useQueryClient();
  return useMutation<undefined, Problem>({
    mutationFn: async () => {
      try {
        await settleUnits(names, choices, matches);
      } catch (error) {
        throw problemOf(error);
      }
      return undefined;
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

interface AuthorityProps {
  readonly source: Props['source'];
  readonly count: number;
  readonly onSend: (authority: HangForm['authority']) => void;
}

function AuthorityForm({ source, count, onSend }: AuthorityProps): ReactElement {
  const initial: Asked = { authority: authorityOf(source, IMPORT_WORDS.run.document), secrecyDeclared: false };
  const fits = (_rule: unknown, text: unknown): Promise<void> =>
    authoritySchema.shape.reference.safeParse(text).success && !holdsPrivateData(String(text))
      ? Promise.resolve()
      : Promise.reject(new Error(words.referenceMissing));
  const declared = (_rule: unknown, checked: unknown): Promise<void> =>
    checked === true ? Promise.resolve() : Promise.reject(new Error(words.secrecyMissing));
  return (
    <Form<Asked>
      className="one-column"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={({ authority }) => onSend(authority)}
    >
      <Form.Item name={['authority', 'kind']} label={words.kind}>
        <Radio.Group
          options={[
            { value: 'document', label: authorities.document },
            { value: 'meeting', label: authorities.meeting },
            { value: 'instruction', label: authorities.instruction },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['authority', 'reference']}
        label={words.reference}
        extra={words.referenceHint}
        rules={[{ validator: fits }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="secrecyDeclared" valuePropName="checked" rules={[{ validator: declared }]}>
        <Checkbox>{words.secrecy}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {words.submit(count)}
      </Button>
    </Form>
  );
}
