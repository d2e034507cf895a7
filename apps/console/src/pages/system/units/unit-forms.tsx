import { App, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { LineItem } from '../../../forms/text-item';
import { useKeptForm } from '../../../forms/use-kept-form';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { UnitForm } from './unit-form';

const words = SYSTEM_WORDS.units;
const LONGEST_NAME = 100;

interface Props {
  readonly unitId: string;
}

const newNameSchema = z.object({ name: z.string(), reason: z.string() });
type NewName = z.infer<typeof newNameSchema>;
const NO_NAME: NewName = { name: '', reason: '' };

const newAliasSchema = z.object({ alias: z.string() });
type NewAlias = z.infer<typeof newAliasSchema>;
const NO_ALIAS: NewAlias = { alias: '' };

/** A new name, with its reason; the old one stays as an alias. */
export function RenameForm({ unitId: id }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<NewName>();
  const clear = (): void => form.setFieldsValue(NO_NAME);
  const kept = useKeptForm(`unit.rename/${id}`, newNameSchema.partial(), NO_NAME);
  const rename = useCommand((body: NewName, key) =>
    api
      .POST('/api/units/{id}/rename', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })
      .then(bodyOf),
  );
  const send = (values: NewName): void =>
    rename.mutate(values, {
      onSuccess: () => {
        void message.success(words.renamed(values.name));
        kept.drop();
        clear();
      },
    });
  return (
    <UnitForm
      unitId={id}
      form={form}
      kept={kept}
      problem={rename.error}
      isSending={rename.isPending}
      submit={words.rename}
      onSend={send}
      onClear={clear}
    >
      <LineItem name="name" label={words.newName} required max={LONGEST_NAME} />
      <LineItem name="reason" label={words.renameReason} required max={300} extra={words.renameHint} />
    </UnitForm>
  );
}

/** Another name under which documents call a unit. */
export function AliasForm({ unitId: id }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<NewAlias>();
  const clear = (): void => form.setFieldsValue(NO_ALIAS);
  const kept = useKeptForm(`unit.add-alias/${id}`, newAliasSchema.partial(), NO_ALIAS);
  const add = useCommand((body: NewAlias, key) =>
    api
      .POST('/api/units/{id}/add-alias', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })
      .then(bodyOf),
  );
  const send = (values: NewAlias): void =>
    add.mutate(values, {
      onSuccess: () => {
        void message.success(words.aliasAdded(values.alias));
        kept.drop();
        clear();
      },
    });
  return (
    <UnitForm
      unitId={id}
      form={form}
      kept={kept}
      problem={add.error}
      isSending={add.isPending}
      submit={words.alias}
      onSend={send}
      onClear={clear}
    >
      <LineItem name="alias" label={words.aliasName} required max={LONGEST_NAME} extra={words.aliasHint} />
    </UnitForm>
  );
}
