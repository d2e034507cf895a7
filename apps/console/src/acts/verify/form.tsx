import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { acceptanceValues, confirmedOf } from '../parts/acceptance-values';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { ConclusionItem, firstConclusion } from '../parts/conclusion-item';
import { statedDay } from '../parts/stated-day';
import { StillOwed } from '../parts/still-owed';
import { ReturnItems } from '../parts/returning/return-items';
import { NOTHING_MISSING, returnBodyOf, returnFault, returnValues } from '../parts/returning/return-values';
import { sendReturn } from '../parts/returning/send-return';
import { VerifyItems } from './verify-items';

const CONCLUSIONS = ['task.verify', 'task.return'] as const;
const kept = z.object({
  act: z.enum(CONCLUSIONS).nullable(),
  conclusion: z.string(),
  ...acceptanceValues,
  ...returnValues,
});
type Values = z.infer<typeof kept>;

function passedBody(values: Values, { acceptance }: Pick<ActFormProps['task'], 'acceptance'>) {
  return { conclusion: values.conclusion, acceptance: confirmedOf(values, acceptance) };
}

/** 核验: 通过 and 退回 as equals, beside what was asked and what was shown. */
export default function VerifyForm(props: ActFormProps): ReactElement {
  const { act, beside, task, timeline } = props;
  const initial: Values = { act: firstConclusion(CONCLUSIONS, task), conclusion: '', ...NOTHING_MISSING };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={(values) => (values.act === 'task.return' ? returnFault(values, task) : null)}
      bodyOf={(values) =>
        values.act === 'task.return'
          ? { act: values.act, ...returnBodyOf(values, task) }
          : { act: 'task.verify' as const, ...passedBody(values, task), ...statedDay(values) }
      }
      send={async (id, sent, key) => {
        if (sent.act === 'task.return') {
          const { act: _act, ...body } = sent;
          return sendReturn(id, body, key);
        }
        const { act: _act, ...body } = sent;
        return bodyOf(await api.POST('/api/tasks/{id}/verify', { params: commandParams(id, key), body }));
      }}
    >
      <CheckSides task={task} timeline={timeline}>
        <StillOwed task={task} steps={timeline.steps} />
        <ConclusionItem
          task={task}
          acts={[act, ...beside]}
          itemsOf={(concluded) =>
            concluded.operation === 'task.return' ? (
              <ReturnItems {...props} act={concluded} />
            ) : (
              <VerifyItems {...props} />
            )
          }
        />
      </CheckSides>
    </ActForm>
  );
}
