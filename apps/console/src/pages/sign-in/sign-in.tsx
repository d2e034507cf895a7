import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '../../api/client';
import { type Problem, problemOf } from '../../api/problem';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';

interface Credentials {
  readonly loginName: string;
  readonly password: string;
}

const words = WORDS.app.signIn;

/** Asks for login name and password. After a session has ended, what was typed before is still there behind it. */
export default function SignIn({ again }: { readonly again: boolean }): ReactElement {
  const queries = useQueryClient();
  const signIn = useMutation<unknown, Problem, Credentials>({
    mutationFn: (body) =>
      api.POST('/api/sign-in', { body }).catch((error: unknown) => {
        throw problemOf(error);
      }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const required = [{ required: true, message: words.required }];
  return (
    <main className="cover">
      <div className="sign-in panel">
        <h1>{WORDS.app.name}</h1>
        <p className="quiet">{words.first}</p>
        {again && <Alert className="notice" type="info" showIcon title={words.again} />}
        {signIn.error && <ProblemNote problem={signIn.error} />}
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
          <Form.Item name="loginName" label={words.loginName} rules={required}>
            <Input autoComplete="username" autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="password" label={words.password} rules={required}>
            <Input.Password autoComplete="current-password" maxLength={256} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {words.submit}
          </Button>
        </Form>
      </div>
    </main>
  );
}
