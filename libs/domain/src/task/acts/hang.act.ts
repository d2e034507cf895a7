import { z } from 'zod';
import { LEDGER_UNKNOWN } from '../../ledger/ledger.refusals';
import { versionsOf } from '../../policy';
import { OFFICE } from '../../shared/grant';
import { taskAct } from '../task-act';
import { authorityInput, stepFields } from '../task.form';

/** 挂账: on whose word, with the declaration that no state secret is in it. */
export const hang = taskAct({
  type: 'task.hang',
  word: '挂账',
  command: z.strictObject({ authority: authorityInput, secrecyDeclared: z.literal(true), ...stepFields }),
  sample: { authority: { kind: 'document', reference: '云政发〔2021〕3号' }, secrecyDeclared: true },
  grants: OFFICE,
  offered: 'leading',
  from: ['draft'],
  to: ['hung'],
  withdrawable: true,
  edits: ['steps'],
  needs: (_data, state) => (state === null ? {} : { ledgerId: state.ledgerId, rules: 'in-force' }),
  decide: (state, { authority, secrecyDeclared, occurredOn }, { today, facts }) => {
    if (facts.ledger === null || facts.rules === null) return LEDGER_UNKNOWN;
    const number = `${facts.ledger.code}-${String(state.serial).padStart(3, '0')}`;
    const rules = versionsOf(facts.rules);
    return [{ type: 'task.hung', data: { number, authority, secrecyDeclared, on: occurredOn ?? today, rules } }];
  },
});
