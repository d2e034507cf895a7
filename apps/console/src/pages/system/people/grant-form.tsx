import { Alert, App, Button, Form, type FormInstance, Select } from 'antd';
import { type ReactElement } from 'react';
import { GUARDED_ROLES } from '#domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { noteWritten } from '../../../api/last-written';
import { type Problem, problemOf } from '../../../api/problem';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { CHOSEN } from '../../../forms/rules';
import { LineItem } from '../../../forms/text-item';
import { ProblemNote } from '../../../parts/problem-note';
import { UnitPicker } from '../../../parts/unit-picker';
import { ChangeNote } from '../../../people/post-gaps/change-note';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';
import { RoleSelect } from '../../../people/role-select';
import { type GrantableRole } from '../../../people/roles';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type ListedAccount } from './account-list';
import { onlyJudgeOf } from './only-judges';

const words = SYSTEM_WORDS.people;
const ALL = 'all';

interface Grant {
  readonly unit: string[];
  readonly roles: GrantableRole[];
  readonly ledger: string;
  /** Units that a leader is in charge of. */
  readonly inCharge?: string[];
  /** Asked for where a second administrator decides. */
  readonly reason?: string;
}

/** What became of the roles asked for; those held already are in neither. */
interface Granted {
  readonly granted: readonly GrantableRole[];
  readonly waiting: readonly GrantableRole[];
}

interface Props {
  readonly listed: ListedAccount;
  readonly all: readonly ListedAccount[];
}

/** Gives a person posts: a unit, one or several roles, a ledger or all. */
export function GrantForm({ listed: { account, posts }, all }: Props): ReactElement {
  const { message } = App.useApp();
  const { ledgers } = useLedgerChoice();
  const [form] = Form.useForm<Grant>();
  const grant = useGrantPosts(account.accountId);
  const leads = Form.useWatch(({ roles }: Partial<Grant>) => roles?.includes('leader') ?? false, form);
  const roles = Form.useWatch(({ roles: chosen }: Partial<Grant>) => chosen, form) ?? [];
  const guarded = roles.some((role) => GUARDED_ROLES.includes(role));
  const options = [
    { value: ALL, label: WORDS.app.allLedgers },
    ...ledgers.filter(({ practice }) => !practice).map(({ ledgerId, name }) => ({ value: ledgerId, label: name })),
  ];
  const usual = posts.find(({ practice }) => !practice)?.unit.unitId;
  const send = (values: Grant): void =>
    grant.mutate(values, {
      onSuccess: ({ granted, waiting }) => {
        const { displayName: name } = account;
        if (waiting.length > 0) void message.info(words.grantWaits(name, rolesText(waiting)));
        if (granted.length > 0) void message.success(words.granted(name, rolesText(granted)));
        if (granted.length + waiting.length === 0) void message.success(words.alreadyHeld);
        form.setFieldsValue({ roles: [], inCharge: [], reason: '' });
      },
    });
  return (
    <Form<Grant>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ unit: usual === undefined ? [] : [usual], roles: [], ledger: ALL }}
      onFinish={send}
    >
      <RegisterMeanwhile category="account" id={account.accountId} />
      {grant.error && <ProblemNote problem={grant.error} />}
      <Form.Item name="unit" label={words.unit} rules={CHOSEN}>
        <UnitPicker label={words.unit} single />
      </Form.Item>
      <Form.Item name="roles" label={words.roles} rules={CHOSEN}>
        <RoleSelect label={words.roles} />
      </Form.Item>
      {leads && (
        <Form.Item name="inCharge" label={words.charge} extra={words.chargeHint}>
          <UnitPicker label={words.charge} />
        </Form.Item>
      )}
      <Form.Item name="ledger" label={words.ledger}>
        <Select aria-label={words.ledger} options={options} />
      </Form.Item>
      {guarded && <LineItem name="reason" label={words.grantReason} required max={300} hint={words.grantReasonHint} />}
      {onlyJudgeOf(all, account.accountId, roles).map((role) => (
        <Alert
          key={role}
          className="notice"
          type="warning"
          showIcon
          title={words.onlyJudge(account.displayName, WORDS.terms.roles[role])}
        />
      ))}
      <GrantNotes accountId={account.accountId} form={form} />
      <Button htmlType="submit" loading={grant.isPending}>
        {words.grant}
      </Button>
    </Form>
  );
}

/** What the posts would take away, as they stand in the form: whoever is posted in a unit judges none of its tasks. */
function GrantNotes({
  accountId,
  form,
}: {
  readonly accountId: string;
  readonly form: FormInstance<Grant>;
}): ReactElement {
  const unitId = Form.useWatch(({ unit }: Partial<Grant>) => unit?.[0], form);
  const roles = Form.useWatch(({ roles: chosen }: Partial<Grant>) => chosen, form) ?? [];
  const ledger = Form.useWatch(({ ledger: chosen }: Partial<Grant>) => chosen, form) ?? ALL;
  // Where somebody is posted counts, not as what: one of the posts says it for all.
  const [role] = roles;
  if (unitId === undefined || role === undefined) return <></>;
  const ledgerId = ledger === ALL ? null : ledger;
  return <ChangeNote change={{ act: 'account.grant-post', accountId, unitId, role, ledgerId }} />;
}

function rolesText(roles: readonly GrantableRole[]): string {
  return roles.map((role) => WORDS.terms.roles[role]).join(WORDS.parts.and);
}

/** One command for each role; a post that is held already is what was wanted. */
function useGrantPosts(accountId: string) {
  const queries = useQueryClient();
  return useMutation<Granted, Problem, Grant>({
    mutationFn: async ({ unit: [unitId = ''], roles, ledger, inCharge = [], reason = '' }) => {
      const became = new Map<GrantableRole, 'granted' | 'waiting' | 'held'>();
      for (const role of roles) {
        const charge = role === 'leader' ? { inCharge } : {};
        const body = { unitId, role, ledgerId: ledger === ALL ? null : ledger, reason, ...charge };
        became.set(role, await grantOne(accountId, body));
      }
      return {
        granted: roles.filter((role) => became.get(role) === 'granted'),
        waiting: roles.filter((role) => became.get(role) === 'waiting'),
      };
    },
    onSettled: () => queries.invalidateQueries(),
  });
}

async function grantOne(
  id: string,
  body: { unitId: string; role: GrantableRole; ledgerId: string | null; reason: string; inCharge?: string[] },
): Promise<'granted' | 'waiting' | 'held'> {
  try {
    const sent = api.POST('/api/accounts/{id}/grant-post', { params: { path: { id } }, body });
    const { position, events } = bodyOf(await sent);
    noteWritten(position);
    return events.includes('account.proposed') ? 'waiting' : 'granted';
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'POST.EXISTS') return 'held';
    throw problem;
  }
}
