import { z } from 'zod';
import { DEFAULT_POLICY, policySchema } from '../../policy';
import { ENGINE } from '../../shared/grant';
import { policyAct, policyIdentity } from '../policy-act';

/**
 * The policy that a program brings along is written into the log at its first start. What tasks are planned by is then in the record, and
 * a later program with another one changes nothing of what has begun.
 */
export const install = policyAct({
  type: 'policy.install',
  word: '写入随附的办理规则',
  command: z.strictObject({ policy: policySchema }),
  sample: { policy: DEFAULT_POLICY },
  grants: ENGINE,
  identity: () => policyIdentity(null),
  begin: ({ policy }) => [{ type: 'policy.published', data: { ledgerId: null, policy, holds: 'new', reason: '' } }],
  // There is one already, and it stands.
  decide: () => [],
});
