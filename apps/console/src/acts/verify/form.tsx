import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { acceptanceValues, confirmedOf } from '../parts/acceptance-values';
import { commandParams } from '../parts/command-params';
import { ConclusionForm } from '../parts/conclusion-form';
import { firstConclusion } from '../parts/conclusion-item';
import { statedDay } from '../parts/stated-day';
import { NOTHING_MISSING, returnValues } from '../parts/returning/return-values';
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
  return { conclusion: values.conclusion, acceptance: confirmedOf(values, acceptance), ...statedDay(values) };
}

/** 核验: 通过 and 退回 as equals, beside what was asked and what was shown. */
export default function VerifyForm(props: ActFormProps): ReactElement {
  const { task } = props;
  const initial: Values = { act: firstConclusion(CONCLUSIONS, task), conclusion: '', ...NOTHING_MISSING };
  return (
    <ConclusionForm
      form={props}
      kept={kept.partial()}
      initial={initial}
      items={<VerifyItems {...props} />}
      bodyOf={(values) => passedBody(values, task)}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/verify', { params: commandParams(id, key), body }))
      }
    />
  );
}
