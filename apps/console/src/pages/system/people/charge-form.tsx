import { App, Form, Modal } from 'antd';
import { type ReactElement } from 'react';
import { api, bodyOf } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { ProblemNote } from '../../../parts/problem-note';
import { UnitPicker } from '../../../parts/unit-picker';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type PostRow } from './account-list';

const words = SYSTEM_WORDS.people;

interface Props {
  readonly post: PostRow;
  readonly name: string;
  readonly onClose: () => void;
}

/** The units that a leader is in charge of. */
export function ChargeForm({ post, name, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ inCharge: string[] }>();
  const set = useCommand(({ inCharge }: { inCharge: string[] }, key) =>
    api
      .POST('/api/accounts/{id}/set-charge', {
        params: { path: { id: post.accountId }, header: { 'Idempotency-Key': key } },
        body: { postId: post.postId, inCharge },
      })
      .then(bodyOf),
  );
  const send = (values: { inCharge: string[] }): void =>
    set.mutate(values, {
      onSuccess: () => {
        void message.success(words.chargeSet(name));
        onClose();
      },
    });
  return (
    <Modal
      open
      title={words.setChargeTitle(name)}
      okText={words.setCharge}
      okButtonProps={{ loading: set.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <RegisterMeanwhile category="account" id={post.accountId} />
      {set.error && <ProblemNote problem={set.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ inCharge: post.inCharge.map(({ unitId }) => unitId) }}
        onFinish={send}
      >
        <Form.Item name="inCharge" label={words.charge} extra={words.chargeHint}>
          <UnitPicker label={words.charge} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
