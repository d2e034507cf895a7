import { type ReactElement } from 'react';
import { z } from 'zod';
import { outcomeSchema } from '#domain';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { ConclusionItem, firstConclusion } from '../parts/conclusion-item';
import { statedDay } from '../parts/stated-day';
import { StillOwed } from '../parts/still-owed';
import { ReturnItems } from '../parts/returning/return-items';
import { NOTHING_MISSING, returnBodyOf, returnFault, returnValues } from '../parts/returning/return-values';
import { sendReturn } from '../parts/returning/send-return';
import { CloseItems } from './close-items';
import { closeBody, firstOutcome } from './close-values';
import { closeConfirmation } from './confirmation';

const CONCLUSIONS = ['task.close', 'task.return'] as const;
const kept = z.object({
  act: z.enum(CONCLUSIONS).nullable(),
  outcome: outcomeSchema.nullable(),
  statement: z.string(),
  owedReason: z.string().optional(),
  ...returnValues,
});
type Values = z.infer<typeof kept>;

/** 销号签批: 销号 and 退回 as equals. Nothing that is still owed is closed unseen. */
export default function CloseForm(props: ActFormProps): ReactElement {
  const { act, beside, task, timeline } = props;
  const initial: Values = {
    act: firstConclusion(CONCLUSIONS, task),
    outcome: firstOutcome(task),
    statement: '',
    ...NOTHING_MISSING,
  };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={(values) => (values.act === 'task.return' ? returnFault(values, task) : null)}
      confirmOf={({ act: concluded, outcome }) =>
        concluded === 'task.close' && outcome !== null ? closeConfirmation(outcome, task) : null
      }
      bodyOf={(values) =>
        values.act === 'task.return'
          ? { act: values.act, ...returnBodyOf(values, task) }
          : { act: 'task.close' as const, ...closeBody(values, task), ...statedDay(values) }
      }
      send={async (id, sent, key) => {
        if (sent.act === 'task.return') {
          const { act: _act, ...body } = sent;
          return sendReturn(id, body, key);
        }
        const { act: _act, ...body } = sent;
        return bodyOf(await api.POST('/api/tasks/{id}/close', { params: commandParams(id, key), body }));
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
              <CloseItems {...props} />
            )
          }
        />
      </CheckSides>
    </ActForm>
  );
}
