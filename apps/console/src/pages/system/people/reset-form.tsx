import { Form, Modal } from 'antd';
import { type ReactElement } from 'react';
import { LineItem } from '../../../forms/text-item';
import { PEOPLE_WORDS } from '../../../words/people.words';
import { type ResetCourse } from './reset-course';

const words = PEOPLE_WORDS.reset;

interface Props {
  readonly name: string;
  readonly course: Exclude<ResetCourse, { readonly kind: 'waiting' }>;
  readonly onClose: () => void;
  readonly onReset: (reason: string) => void;
}

/** Says what a reset will lead to, and asks why. */
export function ResetForm({ name, course, onClose, onReset }: Props): ReactElement {
  const [form] = Form.useForm<{ reason: string }>();
  const reason = course.kind === 'approved' ? course.grounds : '';
  const act = course.kind === 'asked' ? words.ask : words.act;
  return (
    <Modal
      open
      title={course.kind === 'asked' ? words.askTitle(name) : words.title(name)}
      okText={act}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{words.what[course.kind](name)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason }}
        onFinish={(values) => onReset(values.reason)}
      >
        <LineItem name="reason" label={words.reason} required max={300} hint={words.reasonHint} />
      </Form>
    </Modal>
  );
}
