import { Button, Form, type FormInstance } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { type Problem } from '../../../api/problem';
import { DraftNote } from '../../../forms/draft-note';
import { type KeptForm } from '../../../forms/use-kept-form';
import { ProblemNote } from '../../../parts/problem-note';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';

interface Props<Values extends object> {
  readonly unitId: string;
  readonly form: FormInstance<Values>;
  /** The draft of this computer, with which the form begins. */
  readonly kept: KeptForm<Values>;
  readonly problem: Problem | null;
  readonly isSending: boolean;
  readonly submit: string;
  readonly onSend: (values: Values) => void;
  /** Empties the fields. */
  readonly onClear: () => void;
  /** Its fields. */
  readonly children: ReactNode;
}

/** A form about one unit: it keeps what is typed, and says what others do to the unit meanwhile. */
export function UnitForm<Values extends object>(props: Props<Values>): ReactElement {
  const { unitId, form, kept, problem, isSending, submit, onSend, onClear, children } = props;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={kept.start}
      onValuesChange={(_changed, values: Values) => kept.keep(values)}
      onFinish={onSend}
    >
      {kept.restored && (
        <DraftNote
          onDrop={() => {
            kept.drop();
            onClear();
          }}
        />
      )}
      <RegisterMeanwhile category="unit" id={unitId} />
      {problem && <ProblemNote problem={problem} />}
      {children}
      <Button htmlType="submit" loading={isSending}>
        {submit}
      </Button>
    </Form>
  );
}
