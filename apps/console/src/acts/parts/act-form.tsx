import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, type FormInstance } from 'antd';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { type z } from 'zod';
import { type Outcome, useCommand } from '../../api/command';
import { ConflictNote } from '../../forms/conflict-note';
import { DraftNote } from '../../forms/draft-note';
import { FirstFault, type Refused, refusedNow } from '../../forms/first-fault';
import { type Fault, FormFault } from '../../forms/form-fault';
import { IntoView } from '../../forms/into-view';
import { saysAnything } from '../../forms/says-anything';
import { useDraft } from '../../forms/use-draft';
import { CHANGED_SINCE, OFFLINE } from '../../api/problem';
import { ProblemNote } from '../../parts/problem-note';
import { type Step, type Timeline } from '../../telling';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { type Act, type ActFormProps, type ActOperation } from '../act';
import { isFinal, submitOf, whyClosed } from '../act-plan';
import { BeforeAct } from './before-act';
import { CONCLUSION } from './conclusion-item';
import { useAfterAct } from './after-act';
import { type Confirmation, ConfirmStep } from '../../forms/confirm-step';

/** A command's body with the revision that the form was filled on. */
export type Sent<Body> = Body & { readonly seenRevision: number };

interface Props<Values extends object, Body extends object> extends ActFormProps {
  /** Reads values that were kept: they may come from an older version of the form. */
  readonly kept: z.ZodType<Partial<Values>>;
  readonly initial: Values;
  readonly bodyOf: (values: Values) => Body;
  readonly send: (taskId: string, body: Sent<Body>, key: string) => Promise<Outcome>;
  /** Why these values cannot be sent, beyond what the fields themselves say. */
  readonly faultOf?: (values: Values) => string | null;
  /** What is said and asked once more before these values are sent; null for values that go at once. */
  readonly confirmOf?: (values: Values) => Confirmation | null;
  readonly children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/**
 * The form of an act: what will happen, its fields, and the button. What is typed is kept; a lost connection can be tried again
 * under the same key; what others did meanwhile is shown, and the person sends the form again on the task as it is now.
 */
export function ActForm<Values extends object, Body extends object>(props: Props<Values, Body>): ReactElement {
  const { act, task, initial, kept } = props;
  const [round, setRound] = useState(0);
  const draft = useDraft<Partial<Values>>(
    `${act.operation}/${task.taskId}`,
    (stored) => kept.safeParse(stored).data ?? null,
  );
  const restored = round === 0 && saysAnything(draft.restored ?? {}, initial) ? draft.restored : null;
  const again = (): void => {
    draft.drop();
    setRound(round + 1);
  };
  return (
    <>
      {restored !== null && <DraftNote onDrop={again} />}
      <OpenForm {...props} key={round} start={{ ...initial, ...restored }} keep={draft.keep} drop={draft.drop} />
    </>
  );
}

interface OpenProps<Values extends object, Body extends object> extends Props<Values, Body> {
  readonly start: Values;
  readonly keep: (values: Values) => void;
  readonly drop: () => void;
}

function OpenForm<Values extends object, Body extends object>(props: OpenProps<Values, Body>): ReactElement {
  const { act, beside, task, timeline, start, keep, bodyOf, children } = props;
  // With others beside it the form asks for one of them, see `ConclusionItem`.
  const acts = [act, ...beside];
  const [form] = Form.useForm<Values>();
  const [fault, setFault] = useState<Fault | null>(null);
  const [notSent, setRefused] = useState<Refused | null>(null);
  const [asked, setAsked] = useState<Asked<Values> | null>(null);
  // Fields that stand in the form at times only are kept too.
  const typed = useRef(start);
  const { command, seen, adopted, adopt, submit } = useSending(props);
  const concluded: unknown = Form.useWatch(CONCLUSION, form);
  const chosen = beside.length === 0 ? act : acts.find(({ operation }) => operation === concluded);
  const doing = chosen ?? act;
  const settled = command.isPending || command.isSuccess;
  const refused = command.error?.code === CHANGED_SINCE;
  const closed = settled ? null : allClosed(chosen === undefined ? acts : [chosen], task);
  const submitWord = chosen === undefined ? ACT_WORDS.conclude : submitOf(chosen, task);
  const meanwhile = {
    steps: timeline.steps,
    seen,
    since: adopted?.since ?? seen,
    submit: submitWord,
    onGoOn: adopt,
    onLeave: closed === null ? null : props.onCancel,
  };
  return (
    <Form<Values>
      form={form}
      className="act-form"
      layout="vertical"
      initialValues={start}
      onValuesChange={(_changed, values) => {
        setFault(null);
        setAsked(null);
        typed.current = { ...typed.current, ...values };
        keep(typed.current);
      }}
      onFinishFailed={() => setRefused(refusedNow())}
      onFinish={(values) => {
        const { fault: found, confirmation } = beforeSending(props, values);
        setFault(found === null ? null : { text: found });
        setAsked(confirmation && { values, confirmation });
        if (found === null && confirmation === null) submit(doing, bodyOf(values), seen);
      }}
    >
      {beside.length === 0 && <BeforeAct act={act} task={task} />}
      {!settled && !refused && adopted?.refused !== true && <Meanwhile {...meanwhile} />}
      {closed !== null && <Alert className="notice" type="warning" showIcon role="alert" title={closed} />}
      {typeof children === 'function' ? children(form) : children}
      <FirstFault refused={notSent} />
      {fault !== null && <FormFault fault={fault} />}
      {command.error !== null && (
        <IntoView>
          <Failed
            command={command}
            again={({ operation, body, seenRevision }) =>
              submit(acts.find((each) => each.operation === operation) ?? act, body, seenRevision)
            }
          />
        </IntoView>
      )}
      {!settled && (refused || adopted?.refused === true) && (
        <IntoView>
          <Meanwhile {...meanwhile} />
        </IntoView>
      )}
      <Foot
        submit={submitWord}
        final={isFinal(doing)}
        asked={asked?.confirmation ?? null}
        pending={command.isPending}
        disabled={closed !== null}
        onCancel={props.onCancel}
        onBack={() => setAsked(null)}
        onConfirm={() => {
          setAsked(null);
          if (asked !== null) submit(doing, bodyOf(asked.values), seen);
        }}
      />
    </Form>
  );
}

/** Why none of the acts is open now; null while one is. */
function allClosed(acts: readonly Act[], task: ActFormProps['task']): string | null {
  const reasons = acts.map((act) => whyClosed(act, task));
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}

/** What was about to be sent when the form asked back. */
interface Asked<Values> {
  readonly values: Values;
  readonly confirmation: Confirmation;
}

/** What keeps values from being sent: a fault first, then a question. */
function beforeSending<Values extends object, Body extends object>(
  { faultOf, confirmOf }: Pick<Props<Values, Body>, 'faultOf' | 'confirmOf'>,
  values: Values,
): { readonly fault: string | null; readonly confirmation: Confirmation | null } {
  const fault = faultOf?.(values) ?? null;
  return { fault, confirmation: fault === null ? (confirmOf?.(values) ?? null) : null };
}

interface FootProps extends Pick<ActFormProps, 'onCancel'> {
  /** The word of the button that sends the form. */
  readonly submit: string;
  /** What is sent cannot be undone. */
  readonly final: boolean;
  readonly asked: Confirmation | null;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

/** The form's buttons, or the question before it is sent. */
function Foot({ submit, final, asked, pending, disabled, onBack, onConfirm, onCancel }: FootProps): ReactElement {
  if (asked !== null) {
    return <ConfirmStep asked={asked} submit={submit} disabled={disabled} onBack={onBack} onConfirm={onConfirm} />;
  }
  return (
    <div className="act-foot">
      <Button onClick={onCancel}>{disabled ? WORDS.parts.close : WORDS.parts.cancel}</Button>
      <Button type="primary" danger={final} htmlType="submit" loading={pending} disabled={disabled}>
        {submit}
      </Button>
    </div>
  );
}

interface Input<Body> {
  /** What the body does: it is sent again as the same act. */
  readonly operation: ActOperation;
  readonly body: Body;
  readonly seenRevision: number;
}

function useSending<Values extends object, Body extends object>(props: OpenProps<Values, Body>) {
  const { task, send, drop, onDone } = props;
  const queries = useQueryClient();
  const tell = useAfterAct();
  const [seen, setSeen] = useState(task.revision);
  const command = useCommand(({ body, seenRevision }: Input<Body>, key: string) =>
    send(task.taskId, { ...body, seenRevision }, key),
  );
  const submit = (act: Act, body: Body, seenRevision: number): void => {
    command.mutateAsync({ operation: act.operation, body, seenRevision }).then(
      ({ events }) => {
        drop();
        tell(act, task, events);
        onDone();
      },
      // What has changed is asked for, so that it can be shown.
      () => queries.invalidateQueries(),
    );
  };
  const [adopted, setAdopted] = useState<Adopted | null>(null);
  // Nothing is sent by it: what was typed may not fit what others did.
  const adopt = (): void => {
    setAdopted({ since: adopted?.since ?? seen, refused: command.error?.code === CHANGED_SINCE });
    setSeen(task.revision);
    command.reset();
  };
  return { command, seen, adopted, adopt, submit };
}

/** What others did has been taken note of. */
interface Adopted {
  /** The revision up to which the form had seen the task before. */
  readonly since: number;
  /** It had been sent and refused. */
  readonly refused: boolean;
}

interface FailedProps<Body> {
  readonly command: ReturnType<typeof useCommand<Input<Body>, Outcome>>;
  readonly again: (input: Input<Body>) => void;
}

function Failed<Body>({ command: { error, variables }, again }: FailedProps<Body>): ReactElement | null {
  if (error === null) return null;
  // A refusal stays one until something is changed; what did not come through is sent again as the same command.
  const unknown = error.status === null || error.status >= 500;
  const retry = (): void => again(variables);
  return (
    <ProblemNote problem={error} {...(unknown ? { onAgain: retry } : {})}>
      {/* What is said of a lost line says it itself. */}
      {unknown && error.code !== OFFLINE && <p>{ACT_WORDS.keptHere}</p>}
    </ProblemNote>
  );
}

interface MeanwhileProps extends Pick<Timeline, 'steps'> {
  /** The revision that the form counts as filled on. */
  readonly seen: number;
  /** The revision on which it was opened. */
  readonly since: number;
  readonly submit: string;
  readonly onGoOn: () => void;
  readonly onLeave: (() => void) | null;
}

/** What people did on the task since the form was opened: while it is being filled, and as the reason why it was refused. */
function Meanwhile({ steps, seen, since, submit, onGoOn, onLeave }: MeanwhileProps): ReactElement | null {
  const others = othersSince(since, steps);
  if (others.length === 0) return null;
  const unseen = othersSince(seen, steps).length > 0;
  return <ConflictNote steps={others} submit={submit} onGoOn={unseen ? onGoOn : null} onLeave={onLeave} />;
}

/** The steps of people after a revision: reminders of the program touch no form. */
function othersSince(seen: number, steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ entry }) => entry.revision > seen && entry.actor.role !== 'engine');
}
