import { type ReactElement } from 'react';
import { type z } from 'zod';
import { type Outcome } from '../../api/command';
import { type Confirmation } from '../../forms/confirm-step';
import { today } from '../../forms/today';
import { type ActFormProps, type ActOperation } from '../act';
import { ActForm, type Sent } from './act-form';
import { CheckSides } from './check-sides';
import { ConclusionItem } from './conclusion-item';
import { ReturnItems } from './returning/return-items';
import { type ReturnBody, returnBodyOf, returnFault, type ReturnValues } from './returning/return-values';
import { sendReturn } from './returning/send-return';
import { StillOwed } from './still-owed';

/** The return, which may be concluded instead. */
const BACK = 'task.return';

/** What the form holds: which of the two is chosen, and the fields of both. */
interface Concluding extends ReturnValues {
  readonly act: ActOperation | null;
}

/** What is sent: the one conclusion or the other. */
type Concluded<Body> = { readonly back: ReturnBody } | { readonly back: null; readonly body: Body };

interface Props<Values extends Concluding, Body extends object> {
  readonly form: ActFormProps;
  readonly kept: z.ZodType<Partial<Values>>;
  readonly initial: Values;
  /** Of the conclusion that leads the task on: its fields, its body, how it is sent, and what is asked back before. */
  readonly items: ReactElement;
  readonly bodyOf: (values: Values) => Body;
  readonly send: (taskId: string, body: Sent<Body>, key: string) => Promise<Outcome>;
  readonly confirmOf?: (values: Values) => Confirmation | null;
}

/** The form of an act by which a task is judged: the act and 退回 as equals, beside what was asked and what was shown. */
export function ConclusionForm<Values extends Concluding, Body extends object>({
  form,
  kept,
  initial,
  items,
  bodyOf,
  send,
  confirmOf,
}: Props<Values, Body>): ReactElement {
  const { act, beside, task, timeline } = form;
  return (
    <ActForm<Values, Concluded<Body>>
      {...form}
      kept={kept}
      initial={initial}
      faultOf={(values) => (values.act === BACK ? returnFault(values, task, today()) : null)}
      confirmOf={(values) => (values.act === BACK ? null : (confirmOf?.(values) ?? null))}
      bodyOf={(values) =>
        values.act === BACK ? { back: returnBodyOf(values, task, today()) } : { back: null, body: bodyOf(values) }
      }
      send={(id, sent, key) => {
        const { seenRevision } = sent;
        return sent.back === null
          ? send(id, { ...sent.body, seenRevision }, key)
          : sendReturn(id, { ...sent.back, seenRevision }, key);
      }}
    >
      <CheckSides task={task} timeline={timeline}>
        <StillOwed task={task} steps={timeline.steps} />
        <ConclusionItem
          task={task}
          acts={[act, ...beside]}
          itemsOf={(concluded) => (concluded.operation === BACK ? <ReturnItems {...form} act={concluded} /> : items)}
        />
      </CheckSides>
    </ActForm>
  );
}
