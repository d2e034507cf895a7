import { type ReactElement } from 'react';
import { z } from 'zod';
import { outcomeSchema } from '#domain';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { commandParams } from '../parts/command-params';
import { ConclusionForm } from '../parts/conclusion-form';
import { firstConclusion } from '../parts/conclusion-item';
import { statedDay } from '../parts/stated-day';
import { NOTHING_MISSING, returnValues } from '../parts/returning/return-values';
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
  const { task } = props;
  const initial: Values = {
    act: firstConclusion(CONCLUSIONS, task),
    outcome: firstOutcome(task),
    statement: '',
    ...NOTHING_MISSING,
  };
  return (
    <ConclusionForm
      form={props}
      kept={kept.partial()}
      initial={initial}
      items={<CloseItems {...props} />}
      bodyOf={(values) => ({ ...closeBody(values, task), ...statedDay(values) })}
      confirmOf={({ outcome }) => (outcome === null ? null : closeConfirmation(outcome, task))}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/close', { params: commandParams(id, key), body }))
      }
    />
  );
}
