import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '../api/client';
import { type Problem, problemOf } from '../api/problem';
import { ProblemNote } from '../parts/problem-note';
import { WORDS } from '../words';

interface Passwords {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

const words = WORDS.app.password;

/** Changes one's password. */
export function PasswordForm({ loginName }: { readonly loginName: string }): ReactElement {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Passwords>();
  const change = useMutation<unknown, Problem, Passwords>({
    mutationFn: ({ currentPassword, newPassword }) =>
      api.POST('/api/me/password', { body: { currentPassword, newPassword } }).catch((error: unknown) => {
        throw problemOf(error);
      }),
    onSuccess: async () => {
      form.resetFields();
      void message.success(words.done);
      await queries.invalidateQueries();
    },
  });
  const required = { required: true, message: WORDS.app.signIn.required };
  const same = {
    validator: (_rule: unknown, value: string) =>
      value === form.getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error(words.differ)),
  };
  return (
    <Form<Passwords> form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
      {change.error && <ProblemNote problem={change.error} />}
      <input type="text" hidden readOnly autoComplete="username" value={loginName} />
      <Form.Item name="currentPassword" label={words.current} rules={[required]}>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Form.Item name="newPassword" label={words.next} extra={words.rule} rules={[required]}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item name="repeated" label={words.repeat} dependencies={['newPassword']} rules={[required, same]}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {words.submit}
      </Button>
    </Form>
  );
}
