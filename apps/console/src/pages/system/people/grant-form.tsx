import { App, Button, Form, Select } from 'antd';
import { type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { noteWritten } from '../../../api/last-written';
import { type Problem, problemOf } from '../../../api/problem';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { CHOSEN } from '../../../forms/rules';
import { ProblemNote } from '../../../parts/problem-note';
import { UnitPicker } from '../../../parts/unit-picker';
import { RoleSelect } from '../../../people/role-select';
import { type GrantableRole } from '../../../people/roles';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type ListedAccount } from './account-list';

const words = SYSTEM_WORDS.people;
const ALL = 'all';

interface Grant {
  readonly unit: string[];
  readonly roles: GrantableRole[];
  readonly ledger: string;
}

/** Gives a person posts: a unit, one or several roles, a ledger or all. */
export function GrantForm({ listed: { account, posts } }: { readonly listed: ListedAccount }): ReactElement {
  const { message } = App.useApp();
  const { ledgers } = useLedgerChoice();
  const [form] = Form.useForm<Grant>();
  const grant = useGrantPosts(account.accountId);
  const options = [
    { value: ALL, label: WORDS.app.allLedgers },
    ...ledgers.filter(({ practice }) => !practice).map(({ ledgerId, name }) => ({ value: ledgerId, label: name })),
  ];
  const usual = posts.find(({ practice }) => !practice)?.unit.unitId;
  const send = (values: Grant): void =>
    grant.mutate(values, {
      onSuccess: (granted) => {
        const roles = granted.map((role) => WORDS.terms.roles[role]).join(WORDS.parts.and);
        void message.success(granted.length === 0 ? words.alreadyHeld : words.granted(account.displayName, roles));
        form.setFieldsValue({ roles: [] });
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
      {grant.error && <ProblemNote problem={grant.error} />}
      <Form.Item name="unit" label={words.unit} rules={CHOSEN}>
        <UnitPicker label={words.unit} single />
      </Form.Item>
      <Form.Item name="roles" label={words.roles} rules={CHOSEN}>
        <RoleSelect label={words.roles} />
      </Form.Item>
      <Form.Item name="ledger" label={words.ledger}>
        <Select aria-label={words.ledger} options={options} />
      </Form.Item>
      <Button htmlType="submit" loading={grant.isPending}>
        {words.grant}
      </Button>
    </Form>
  );
}

/** One command for each role; a post that is held already is what was wanted. Answers the roles that are new. */
function useGrantPosts(accountId: string) {
  const queries = useQueryClient();
  return useMutation<readonly GrantableRole[], Problem, Grant>({
    mutationFn: async ({ unit: [unitId = ''], roles, ledger }) => {
      const granted: GrantableRole[] = [];
      for (const role of roles) {
        const body = { unitId, role, ledgerId: ledger === ALL ? null : ledger };
        if (await grantOne(accountId, body)) granted.push(role);
      }
      return granted;
    },
    onSettled: () => queries.invalidateQueries(),
  });
}

async function grantOne(
  id: string,
  body: { unitId: string; role: GrantableRole; ledgerId: string | null },
): Promise<boolean> {
  try {
    noteWritten(bodyOf(await api.POST('/api/accounts/{id}/grant-post', { params: { path: { id } }, body })).position);
    return true;
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'POST.EXISTS') return false;
    throw problem;
  }
}
