import { LEDGER_ACTS } from '#domain';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { type z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type LedgerRow, type Me } from '../../api/answer';
import { useCommand } from '../../api/command';
import { useLedgerChoice } from '../../app/ledger-choice';
import { useMe } from '../../app/session';
import { ProblemNote } from '../../parts/problem-note';
import { IMPORT_WORDS } from '../../words/import.words';
import { WORDS } from '../../words';

interface Props {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (ledgerId: string) => void;
  readonly disabled?: boolean;
}

type NewLedger = Pick<z.infer<(typeof LEDGER_ACTS)['ledger.create']['command']>, 'name' | 'code' | 'closingPrefix'>;

const words = IMPORT_WORDS.ledger;

/** Which ledger the tasks go into; whoever may create ledgers can create one on the spot. */
export function LedgerField({ id, value, onChange, disabled = false }: Props): ReactElement {
  const me = useMe();
  const ledgers = useImportLedgers();
  const [creating, setCreating] = useState(false);
  const options = ledgers.map((ledger) => ({ value: ledger.ledgerId, label: ledgerLabel(ledger) }));
  return (
    <div className="import-ledger">
      <Select
        id={id}
        aria-label={words.label}
        className="import-ledger-select"
        value={value}
        options={options}
        disabled={disabled}
        placeholder={words.none}
        notFoundContent={words.none}
        onChange={onChange}
      />
      {mayCreate(me) && !disabled && <Button onClick={() => setCreating(true)}>{words.create}</Button>}
      <NewLedgerDialog
        open={creating}
        onClose={() => setCreating(false)}
        onCreated={(ledgerId) => {
          setCreating(false);
          onChange(ledgerId);
        }}
      />
    </div>
  );
}

/** The ledgers that this person may import into. */
export function useImportLedgers(): readonly LedgerRow[] {
  const me = useMe();
  const { ledgers } = useLedgerChoice();
  const own = me.posts.filter(({ role }) => role === 'supervision-clerk').map(({ ledgerId }) => ledgerId);
  return ledgers.filter(({ ledgerId }) => own.includes(null) || own.includes(ledgerId));
}

/** How a ledger is called in a list. */
export function ledgerLabel({ name, practice }: LedgerRow): string {
  return practice ? `${name}（${WORDS.terms.practice}）` : name;
}

function mayCreate(me: Me): boolean {
  return me.posts.some(({ role, ledgerId }) => role === 'supervision-clerk' && ledgerId === null);
}

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCreated: (ledgerId: string) => void;
}

function NewLedgerDialog({ open, onClose, onCreated }: DialogProps): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<NewLedger>();
  const create = useCommand((body: NewLedger, key) =>
    api.POST('/api/ledgers', { params: { header: { 'Idempotency-Key': key } }, body }).then(bodyOf),
  );
  const send = (values: NewLedger): void =>
    create.mutate(values, {
      onSuccess: ({ id }) => {
        void message.success(words.created(values.name));
        onCreated(id);
      },
    });
  const { shape } = LEDGER_ACTS['ledger.create'].command;
  return (
    <Modal
      open={open}
      title={words.create}
      okText={words.submit}
      cancelText={WORDS.parts.cancel}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {create.error && <ProblemNote problem={create.error} />}
      <Form<NewLedger> form={form} layout="vertical" preserve={false} onFinish={send}>
        <Form.Item name="name" label={words.name} extra={words.nameHint} rules={[fits(shape.name, words.required)]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="code"
          label={words.code}
          extra={words.codeHint}
          normalize={(text: string) => text.toUpperCase()}
          rules={[fits(shape.code, words.codeWrong)]}
        >
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item
          name="closingPrefix"
          label={words.prefix}
          extra={words.prefixHint}
          rules={[fits(shape.closingPrefix, words.prefixWrong)]}
        >
          <Input maxLength={20} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface Checked {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

function fits(schema: Checked, wrong: string) {
  const validator = (_rule: unknown, value: unknown): Promise<void> =>
    schema.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(wrong));
  return { required: true, validator };
}
