import { App, Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api, bodyOf } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { LineItem } from '../../../forms/text-item';
import { ProblemNote } from '../../../parts/problem-note';
import { SYSTEM_WORDS } from '../../../words/system.words';

const words = SYSTEM_WORDS.units;
const LONGEST_NAME = 100;

interface Props {
  readonly unitId: string;
}

interface NewName {
  readonly name: string;
  readonly reason: string;
}

/** A new name, with its reason; the old one stays as an alias. */
export function RenameForm({ unitId: id }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<NewName>();
  const rename = useCommand((body: NewName, key) =>
    api
      .POST('/api/units/{id}/rename', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })
      .then(bodyOf),
  );
  const send = (values: NewName): void =>
    rename.mutate(values, {
      onSuccess: () => {
        void message.success(words.renamed(values.name));
        form.resetFields();
      },
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      {rename.error && <ProblemNote problem={rename.error} />}
      <LineItem name="name" label={words.newName} required max={LONGEST_NAME} />
      <LineItem name="reason" label={words.renameReason} required max={300} extra={words.renameHint} />
      <Button htmlType="submit" loading={rename.isPending}>
        {words.rename}
      </Button>
    </Form>
  );
}

/** Another name under which documents call a unit. */
export function AliasForm({ unitId: id }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ alias: string }>();
  const add = useCommand((body: { alias: string }, key) =>
    api
      .POST('/api/units/{id}/add-alias', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })
      .then(bodyOf),
  );
  const send = (values: { alias: string }): void =>
    add.mutate(values, {
      onSuccess: () => {
        void message.success(words.aliasAdded(values.alias));
        form.resetFields();
      },
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      {add.error && <ProblemNote problem={add.error} />}
      <LineItem name="alias" label={words.aliasName} required max={LONGEST_NAME} extra={words.aliasHint} />
      <Button htmlType="submit" loading={add.isPending}>
        {words.alias}
      </Button>
    </Form>
  );
}
