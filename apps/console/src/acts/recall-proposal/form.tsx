import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { ProposalText } from '../../parts/proposals/proposal-text';
import { CHOSEN } from '../../forms/rules';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { words } from './words';

const kept = z.object({ proposalId: z.string().nullable() });

/** 收回申请. */
export default function RecallProposalForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const own = task.proposals.filter((proposal) => proposal.own);
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={{ proposalId: own[0]?.proposalId ?? null }}
      bodyOf={({ proposalId }) => ({ proposalId: proposalId ?? '' })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/recall-proposal', { params: commandParams(id, key), body }))
      }
    >
      <Form.Item name="proposalId" label={words.fields.proposal} rules={CHOSEN}>
        <Radio.Group
          className="stacked due-choices"
          options={own.map((proposal) => ({
            value: proposal.proposalId,
            label: <ProposalText proposal={proposal} task={task} />,
          }))}
        />
      </Form.Item>
    </ActForm>
  );
}
