import { Form, Radio } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { type TaskDetail } from '../../api/answer';
import { CHOSEN } from '../../forms/rules';
import { ACT_WORDS } from '../../words/acts.words';
import { type Act, type ActOperation } from '../act';
import { standingOf, whyClosed, wordOf } from '../act-plan';
import { BeforeAct } from './before-act';

/** The field of a form that holds which of its acts is chosen. */
export const CONCLUSION = 'act';

/** The act that stands chosen before anybody chooses: none of several; the only one that the person's posts permit. */
export function firstConclusion<Name extends ActOperation>(
  names: readonly Name[],
  { acts }: Pick<TaskDetail, 'acts'>,
): Name | null {
  const permitted = names.filter((name) => acts.some(({ operation }) => operation === name));
  return permitted.length === 1 ? (permitted[0] ?? null) : null;
}

interface Props {
  readonly task: TaskDetail;
  /** The acts to choose from. */
  readonly acts: readonly Act[];
  /** The fields of the chosen one. */
  readonly itemsOf: (concluded: Act) => ReactNode;
}

/**
 * Asks for one of several conclusions, none of them chosen beforehand, and for what the chosen one needs. One that is not open stands
 * among them with why; one that the person's posts do not permit at all does not.
 */
export function ConclusionItem({ task, acts, itemsOf }: Props): ReactElement {
  const concluded: unknown = Form.useWatch(CONCLUSION);
  const offered = acts.filter((act) => standingOf(act, task) !== undefined);
  const chosen = offered.find(({ operation }) => operation === concluded);
  return (
    <>
      <Form.Item name={CONCLUSION} label={ACT_WORDS.check.conclusion} rules={CHOSEN}>
        <Radio.Group
          className="stacked"
          options={offered.map((act) => {
            const closed = whyClosed(act, task);
            return { value: act.operation, label: labelOf(act, closed), disabled: closed !== null };
          })}
        />
      </Form.Item>
      {chosen !== undefined && (
        <>
          <BeforeAct act={chosen} task={task} />
          {itemsOf(chosen)}
        </>
      )}
    </>
  );
}

function labelOf(act: Act, closed: string | null): ReactNode {
  if (closed === null) return wordOf(act);
  return (
    <>
      {wordOf(act)}
      <div className="quiet">{closed}</div>
    </>
  );
}
