import { Form, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { measureSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { CHOSEN } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { type Proposal, proposalName } from '../../parts/proposals/proposed-changes';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { approvalConfirmation } from './confirmation';
import { ProposalChoice } from './proposal-choice';
import { words } from './words';

const kept = z.object({
  proposalId: z.string().nullable(),
  result: z.enum(['approved', 'refused']).nullable(),
  measure: measureSchema.nullable(),
  reason: z.string(),
});
type Values = z.infer<typeof kept>;

/** 审批. */
export default function DecideProposalForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const offered = task.proposals.filter(({ barred }) => barred === null);
  const [opened] = useState(offered);
  // What somebody else decides meanwhile stays in sight: the answer that was being written is about it.
  const gone = opened.filter((was) => !offered.some(({ proposalId }) => proposalId === was.proposalId));
  // Among several nothing is chosen beforehand: one of them may end the task.
  const [only] = offered;
  const initial: Values = {
    proposalId: offered.length === 1 ? (only?.proposalId ?? null) : null,
    result: null,
    measure: null,
    reason: '',
  };
  return (
    <ActForm
      {...props}
      // What was typed for a request that is decided or taken back is not an answer to another one.
      kept={kept.partial().refine((draft) => offered.some(({ proposalId }) => proposalId === draft.proposalId))}
      initial={initial}
      confirmOf={(values) => approvalConfirmation(values, offered)}
      bodyOf={({ proposalId, result, measure, reason }) => ({
        proposalId: proposalId ?? '',
        result: result ?? 'approved',
        reason,
        ...(result === 'approved' && measure !== null ? { measure } : {}),
      })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/decide-proposal', { params: commandParams(id, key), body }))
      }
    >
      <Form.Item
        name="proposalId"
        label={words.fields.proposal}
        rules={CHOSEN}
        extra={offered.length === 0 && gone.length === 0 ? words.fields.none : null}
      >
        <ProposalChoice proposals={offered} gone={gone} task={task} />
      </Form.Item>
      <ResultItem offered={offered} task={task} />
      <MeasureItem offered={offered} />
      <Reason />
    </ActForm>
  );
}

interface ResultProps {
  readonly offered: readonly Proposal[];
  readonly task: Pick<TaskDetail, 'limits'>;
}

/** Both answers. Where several requests wait they name the chosen one: an approval may end the task. */
function ResultItem({ offered, task }: ResultProps): ReactElement {
  const chosen: unknown = Form.useWatch('proposalId');
  const proposal = offered.find(({ proposalId }) => proposalId === chosen);
  const named = proposal === undefined || offered.length === 1 ? null : proposalName(proposal, task, today());
  const options = (['approved', 'refused'] as const).map((value) => {
    const word = words.fields[value];
    return { value, label: named === null ? word : words.fields.of(word, named) };
  });
  return (
    <Form.Item name="result" label={words.fields.result} rules={CHOSEN}>
      <Radio.Group className="stacked" options={options} />
    </Form.Item>
  );
}

/** Which measure is decided on, where several are proposed and one is to be. */
function MeasureItem({ offered }: Pick<ResultProps, 'offered'>): ReactElement | null {
  const chosen: unknown = Form.useWatch('proposalId');
  const approves = Form.useWatch('result') === 'approved';
  const measures = offered.find(({ proposalId }) => proposalId === chosen)?.measures?.offered ?? [];
  if (!approves || measures.length < 2) return null;
  const options = measures.map((value) => ({ value, label: WORDS.terms.measures[value] }));
  return (
    <Form.Item name="measure" label={words.fields.measure} rules={CHOSEN}>
      <Radio.Group className="stacked" options={options} />
    </Form.Item>
  );
}

/** Who refuses says why. */
function Reason(): ReactElement {
  const refused = Form.useWatch('result') === 'refused';
  return (
    <TextItem
      name="reason"
      label={words.fields.reason}
      hint={words.fields.reasonHint}
      required={refused}
      max={2_000}
      rows={3}
    />
  );
}
