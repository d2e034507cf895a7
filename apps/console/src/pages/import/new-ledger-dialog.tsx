import { DEFAULT_LEDGER_KIND, LEDGER_ACTS } from '#domain';
import { App, Form, type FormInstance, Input, Modal } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { type z } from 'zod';
import { type Answer } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { useCommand } from '../../api/command';
import { LedgerKindChoice } from '../../parts/ledger-kind-choice';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { type NamedDocument } from './model/document-in';

interface Props {
  readonly open: boolean;
  readonly document: NamedDocument;
  readonly onClose: () => void;
  readonly onCreated: (ledgerId: string) => void;
}

type NewLedger = Pick<
  z.infer<(typeof LEDGER_ACTS)['ledger.create']['command']>,
  'name' | 'code' | 'closingPrefix' | 'kind'
>;
type Numbers = Answer<'/api/ledger-numbers'>;

const words = IMPORT_WORDS.ledger;
const { shape } = LEDGER_ACTS['ledger.create'].command;

/** How long typing has rested before it is asked whether the number is free, in milliseconds. */
const PAUSE = 250;

/** Creates a ledger. Its numbers are suggested after the document and checked while they are typed; the api decides in the end. */
export function NewLedgerDialog({ open, document, onClose, onCreated }: Props): ReactElement {
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
        <Form.Item name="kind" label={WORDS.terms.ledgerKind} initialValue={DEFAULT_LEDGER_KIND}>
          <LedgerKindChoice />
        </Form.Item>
        <NumberItems form={form} document={document} />
      </Form>
    </Modal>
  );
}

function NumberItems({
  form,
  document,
}: {
  readonly form: FormInstance<NewLedger>;
  readonly document: NamedDocument;
}): ReactElement {
  const typed = Form.useWatch<Partial<NewLedger> | undefined>([], form);
  const numbers = useNumbers(document, useRested(typed?.code ?? ''), useRested(typed?.closingPrefix ?? ''));
  const suggested = useSuggested(form, numbers?.suggested);
  const why = words.suggested(document.number === null ? words.byOffice : words.byNumber(document.number));
  return (
    <>
      <Form.Item
        name="code"
        label={words.code}
        extra={hintOf(words.codeHint, typed?.code === suggested.code && why)}
        normalize={(text: string) => text.toUpperCase()}
        rules={[fits(shape.code, words.codeWrong)]}
        {...taken(numbers?.takenBy.code)}
      >
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item
        name="closingPrefix"
        label={words.prefix}
        extra={hintOf(words.prefixHint, typed?.closingPrefix === suggested.closingPrefix && why)}
        rules={[fits(shape.closingPrefix, words.prefixWrong)]}
        {...taken(numbers?.takenBy.closingPrefix)}
      >
        <Input maxLength={20} />
      </Form.Item>
    </>
  );
}

/** Whose the typed numbers are, and what is suggested; the former answer stays while the next one comes. */
function useNumbers({ number, title }: NamedDocument, code: string, closingPrefix: string): Numbers | undefined {
  const query = { code, closingPrefix, documentNumber: number ?? '', title };
  const keep = { placeholderData: <T,>(former: T): T => former };
  return reads.useQuery('get', '/api/ledger-numbers', { params: { query } }, keep).data;
}

/** Puts the suggestion into fields in which nobody has typed. @returns what is suggested, null where nothing is */
function useSuggested(
  form: FormInstance<NewLedger>,
  suggested: Numbers['suggested'] | undefined,
): { readonly code: string | null; readonly closingPrefix: string | null } {
  const { code = null, closingPrefix = null } = suggested ?? {};
  useEffect(() => {
    if (code !== null && !form.isFieldTouched('code')) form.setFieldsValue({ code });
    if (closingPrefix !== null && !form.isFieldTouched('closingPrefix')) form.setFieldsValue({ closingPrefix });
  }, [form, code, closingPrefix]);
  return { code, closingPrefix };
}

/** A text that has not been typed in for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

function taken(ledger: string | null | undefined) {
  if (ledger === null || ledger === undefined) return {};
  return { validateStatus: 'error', help: words.takenBy(ledger) } as const;
}

function hintOf(hint: string, why: string | false): string {
  return why === false ? hint : `${why}。${hint}`;
}

interface Checked {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly message: string }[] };
  };
}

function fits(schema: Checked, wrong: string) {
  const validator = (_rule: unknown, value: unknown): Promise<void> => {
    const { success, error } = schema.safeParse(value);
    if (success) return Promise.resolve();
    const forPractice = error?.issues.some(({ message }) => message === 'LEDGER.PREFIX_FOR_PRACTICE') ?? false;
    return Promise.reject(new Error(forPractice ? words.prefixForPractice : wrong));
  };
  return { required: true, validator };
}
