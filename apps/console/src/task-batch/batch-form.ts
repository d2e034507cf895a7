import { measureSchema, TASK_ACTS } from '#domain';
import { z } from 'zod';
import {
  type BatchAct,
  type BatchForm,
  type BatchRow,
  confirmationOf,
  revisionsOf,
  type UnitsCalled,
} from './batch-acts';

/** What the sheet of a batch asks for; which of it depends on the act. */
export const batchFieldsSchema = z
  .object({
    requirements: z.string(),
    replyBy: z.string().nullable(),
    keepPastDays: z.boolean(),
    occurredOn: z.string().nullable(),
    message: z.string(),
    kind: z.string(),
    reference: z.string(),
    secrecyDeclared: z.boolean(),
    result: z.enum(['approved', 'refused']),
    reason: z.string(),
    measure: measureSchema,
  })
  .partial()
  .readonly();
export type BatchFields = z.infer<typeof batchFieldsSchema>;

/** What it begins with. */
export const FIRST_FIELDS: BatchFields = { kind: 'document' };

/** The batch that the fields describe, checked by the domain's own schemas; null when they do not pass. */
export function batchFormOf(
  act: BatchAct,
  fields: BatchFields,
  rows: readonly BatchRow[],
  unitsCalled: UnitsCalled,
): BatchForm | { readonly fault: string } {
  const seen = revisionsOf(rows);
  const day = fields.occurredOn ? { occurredOn: fields.occurredOn } : {};
  switch (act) {
    case 'task.accept': {
      const body = TASK_ACTS[act].command.safeParse(day);
      return body.success ? { act, body: body.data, seen } : faultOf(body.error);
    }
    case 'task.decline': {
      const body = TASK_ACTS[act].command.safeParse({ reason: fields.reason ?? '', ...day });
      return body.success ? { act, body: body.data, seen } : faultOf(body.error);
    }
    case 'task.assign': {
      const replyBy = fields.replyBy ?? null;
      const past = fields.keepPastDays === true ? { pastDays: 'keep' } : {};
      const asked = { requirements: fields.requirements ?? '', replyBy, ...past, ...day };
      const body = TASK_ACTS[act].command.safeParse(asked);
      return body.success ? { act, body: body.data, seen } : faultOf(body.error);
    }
    case 'task.urge': {
      const body = TASK_ACTS[act].command.safeParse({ message: fields.message ?? '' });
      return body.success ? { act, body: body.data, seen } : faultOf(body.error);
    }
    case 'task.hang': {
      const { kind, reference, secrecyDeclared } = fields;
      const body = TASK_ACTS[act].command.safeParse({ authority: { kind, reference }, secrecyDeclared, ...day });
      return body.success ? { act, body: body.data, seen } : faultOf(body.error);
    }
    case 'task.confirm':
      return { act, bodies: confirmations(rows, unitsCalled), seen };
    case 'task.decide-proposal': {
      const { result, reason = '', measure } = fields;
      const chosen = result === 'approved' && measure !== undefined ? { measure } : {};
      const body = TASK_ACTS[act].command.omit({ seenRevision: true }).safeParse({ result, reason, ...chosen });
      return body.success ? { act, bodies: decisions(rows, body.data), seen } : faultOf(body.error);
    }
  }
}

function confirmations(
  rows: readonly BatchRow[],
  unitsCalled: UnitsCalled,
): Extract<BatchForm, { act: 'task.confirm' }>['bodies'] {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const confirmed = confirmationOf(row, unitsCalled);
      return typeof confirmed === 'string' ? [] : [[row.taskId, confirmed] as const];
    }),
  );
}

/** The same answer to each, named by what it answers: what has been asked for since is not decided with it. */
function decisions(
  rows: readonly BatchRow[],
  answer: Extract<BatchForm, { act: 'task.decide-proposal' }>['bodies'][string],
): Extract<BatchForm, { act: 'task.decide-proposal' }>['bodies'] {
  return Object.fromEntries(
    rows.flatMap(({ taskId, asked: [only] }) =>
      only === undefined ? [] : [[taskId, { ...answer, proposalId: only.proposalId }] as const],
    ),
  );
}

function faultOf({ issues }: { readonly issues: readonly { readonly message: string }[] }): { readonly fault: string } {
  return { fault: issues[0]?.message ?? '' };
}
