import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { dayInShanghai } from '#domain';
import { type Answer } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { type Problem, problemOf } from '../../api/problem';
import { LineItem } from '../../forms/text-item';
import { ProblemNote } from '../../parts/problem-note';
import { momentInShanghai } from '../../telling';
import { SYSTEM_WORDS } from '../../words/system.words';
import { NewToken, type NewTokenSecret } from './new-token';

const words = SYSTEM_WORDS.tokens;
const DAYS = Object.entries(words.dayChoices).map(([days, label]) => ({ value: Number(days), label }));
const USUAL_DAYS = 90;
const LONGEST_NAME = 64;

type TokenRow = Answer<'/api/me/tokens'>['tokens'][number];

/** One's own access tokens: list, make (the secret is shown once), revoke. */
export function Tokens(): ReactElement {
  const { data, error } = reads.useQuery('get', '/api/me/tokens', {});
  const [made, setMade] = useState<NewTokenSecret | null>(null);
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <p className="quiet">{words.about}</p>
      {error !== null && <ProblemNote problem={problemOf(error)} />}
      {data !== undefined && data.tokens.length === 0 && <p className="quiet">{words.none}</p>}
      {data !== undefined && data.tokens.length > 0 && <TokenTable tokens={data.tokens} />}
      {made === null ? <TokenForm onMade={setMade} /> : <NewToken made={made} onSaved={() => setMade(null)} />}
    </section>
  );
}

function TokenForm({ onMade }: { readonly onMade: (made: NewTokenSecret) => void }): ReactElement {
  const [form] = Form.useForm<{ name: string; days: number }>();
  const create = useTokenAct(async (body: { name: string; days: number }) =>
    bodyOf(await api.POST('/api/me/tokens', { body })),
  );
  const send = (values: { name: string; days: number }): void =>
    create.mutate(values, {
      onSuccess: ({ name, secret }) => {
        onMade({ name, secret });
        form.resetFields();
      },
    });
  return (
    <Form
      form={form}
      className="one-column"
      layout="vertical"
      requiredMark={false}
      initialValues={{ days: USUAL_DAYS }}
      onFinish={send}
    >
      {create.error && <ProblemNote problem={create.error} />}
      <LineItem name="name" label={words.name} hint={words.nameHint} required max={LONGEST_NAME} />
      <Form.Item name="days" label={words.days}>
        <Select aria-label={words.days} options={DAYS} />
      </Form.Item>
      <Button htmlType="submit" loading={create.isPending}>
        {words.create}
      </Button>
    </Form>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly TokenRow[] }): ReactElement {
  const { modal, message } = App.useApp();
  const revoke = useTokenAct((tokenId: string) =>
    api.DELETE('/api/me/tokens/{tokenId}', { params: { path: { tokenId } } }),
  );
  const ask = async ({ tokenId, name }: TokenRow): Promise<void> => {
    const sure = await modal.confirm({
      title: words.revokeTitle(name),
      content: words.revokeWhat,
      okText: words.revoke,
      okButtonProps: { danger: true },
    });
    if (sure) revoke.mutate(tokenId, { onSuccess: () => void message.success(words.revoked(name)) });
  };
  return (
    <>
      {revoke.error && <ProblemNote problem={revoke.error} />}
      <table className="card-table token-table">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.createdAt}</th>
            <th scope="col">{words.expiresAt}</th>
            <th scope="col">{words.lastUsed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.tokenId}>
              <td>{token.name}</td>
              <td data-label={words.createdAt}>{dayInShanghai(token.createdAt)}</td>
              <td data-label={words.expiresAt}>{dayInShanghai(token.expiresAt)}</td>
              <td data-label={words.lastUsed}>
                {token.lastUsedAt === null ? words.never : momentInShanghai(token.lastUsedAt)}
              </td>
              <td className="act">
                <Button danger size="small" aria-label={words.revokeOf(token.name)} onClick={() => void ask(token)}>
                  {words.revoke}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function useTokenAct<Input, Answered>(act: (input: Input) => Promise<Answered>) {
  const queries = useQueryClient();
  return useMutation<Answered, Problem, Input>({
    mutationFn: (input) =>
      act(input).catch((error: unknown) => {
        throw problemOf(error);
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/me/tokens'] }),
  });
}
