import { z } from 'zod';
import { levelFault } from '../../account/incompatible';
import { LEDGER_UNKNOWN } from '../../ledger/ledger.refusals';
import { DEFAULT_POLICY, holdsForSchema, type PolicyContent, policyContentSchema } from '../../policy';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances, type Needs } from '../../shared/circumstances';
import { SYSTEM } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { isLowering, secondToLower } from '../lowering';
import { type PolicyState } from '../policy.state';
import { policyAct, type PolicyEvent, policyIdentity } from '../policy-act';

const { version: _version, ...content } = DEFAULT_POLICY;

const command = z.strictObject({
  ledgerId: idSchema.nullable().default(null),
  content: policyContentSchema,
  holds: holdsForSchema,
  reason: freeTextSchema(2_000, 1),
});
type Publish = z.output<typeof command>;

/** 发布办理规则. The content is whole, and its version is given here: no version is ever published twice, as history replays under it. */
export const publish = policyAct({
  type: 'policy.publish',
  word: '发布办理规则',
  command,
  sample: { content, holds: 'new', reason: '按年度工作安排调整提醒梯级' },
  grants: SYSTEM,
  identity: ({ ledgerId }) => policyIdentity(ledgerId),
  needs: needsOf,
  begin: (data, circumstances) => published(data, null, circumstances),
  decide: (state, data, circumstances) => published(data, state, circumstances),
});

/** The office's level three is held against the posts that are held; leaving it takes a second administrator. */
function needsOf({ ledgerId, content: { protectionLevel } }: Publish): Needs {
  if (ledgerId !== null) return { ledgerId };
  return protectionLevel === 3 ? { administratorPosts: true } : { administrators: true };
}

function published(
  { ledgerId, content, holds, reason }: Publish,
  state: PolicyState | null,
  circumstances: Circumstances,
): Decision<PolicyEvent> {
  const { facts } = circumstances;
  if (ledgerId !== null && facts.ledger === null) return LEDGER_UNKNOWN;
  const fault = protectionFault(ledgerId, content) ?? levelFault(facts.administratorPosts, content.protectionLevel);
  if (fault) return fault;
  const version = `${ledgerId ?? 'office'}-${(state?.published.length ?? 0) + 1}`;
  const data = { ledgerId, policy: { version, ...content }, holds, reason };
  if (state === null || !isLowering(state, content)) return [{ type: 'policy.published', data }];
  const second = secondToLower(state, circumstances);
  if (typeof second !== 'string') return second;
  if (second === 'ask') return [{ type: 'policy.lowering-asked', data: { reason } }];
  return [{ type: 'policy.published', data: { ...data, second } }];
}

/** The protection level belongs to the installation: one ledger cannot choose another. */
function protectionFault(ledgerId: string | null, { protectionLevel }: PolicyContent) {
  if ((ledgerId === null) === (protectionLevel !== null)) return null;
  return reject(
    'POLICY.PROTECTION_LEVEL',
    '等级保护级别由全单位的办理规则设定，单个台账的规则中不填，请调整后再发布。',
  );
}
