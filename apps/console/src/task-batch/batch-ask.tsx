import { Alert, Button, Checkbox, Form, Input, Radio, Skeleton } from 'antd';
import { type ReactElement, useState } from 'react';
import { TASK_ACTS } from '#domain';
import { type TaskRow } from '../api/answer';
import { ConfirmStep } from '../forms/confirm-step';
import { ownUnitsOf, useMe } from '../app/session';
import { type Batch, type BatchItem } from '../batch';
import { DayItem, PastDayItem } from '../forms/day-item';
import { DraftNote } from '../forms/draft-note';
import { FirstFault, type Refused, refusedNow } from '../forms/first-fault';
import { GrowingText } from '../forms/growing-text';
import { CHOSEN } from '../forms/rules';
import { useKeptForm } from '../forms/use-kept-form';
import { TextItem } from '../forms/text-item';
import { StaffingNote } from '../parts/staffing/staffing-note';
import { WORDS } from '../words';
import { ACT_WORDS } from '../words/acts.words';
import { LEDGER_WORDS } from '../words/ledger.words';
import {
  type BatchAct,
  type BatchForm,
  type BatchRow,
  hasPastDay,
  itemsOf,
  leadCount,
  type Matter,
  mattersAsked,
  namesToLookUp,
  partition,
  rowsToDecide,
  type Taken,
} from './batch-acts';
import { type BatchFields, batchFieldsSchema, batchFormOf, FIRST_FIELDS } from './batch-form';
import { MeasureItem } from './measure-item';
import { NotOpen } from './not-open';
import { RowsMeanwhile } from './rows-meanwhile';
import { useUnitsCalled } from './units-called';

const words = LEDGER_WORDS.batch;

interface Props {
  readonly act: BatchAct;
  readonly rows: readonly TaskRow[];
  readonly batch: Batch<BatchForm>;
}

/** So many tasks at once are asked back: each is somebody's work, and many people are told. */
const MANY = 5;

/** What is sent once it has been confirmed: rows may change while the question stands. */
interface Ready {
  readonly form: BatchForm;
  readonly items: readonly BatchItem[];
  /** What will happen, as it was said then. */
  readonly what: string;
}

/** What a batch will do and to which tasks it cannot, and what all of them share. */
export default function BatchAsk({ act, rows: chosen, batch }: Props): ReactElement {
  const me = useMe();
  const own = ownUnitsOf(me);
  const rows = act === 'task.decide-proposal' ? rowsToDecide(chosen, me.accountId) : chosen;
  const [taken, setTaken] = useState<Taken>({
    doubtful: false,
    pastDays: false,
    askedFor: mattersAsked(rows)[0]?.matter ?? null,
  });
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // Once there was something to fill in, its fields stay: others may have done all of it meanwhile.
  const [began, setBegan] = useState(false);
  const [asked, setAsked] = useState<Ready | null>(null);
  const kept = useKeptForm<BatchFields>(`batch/${act}`, batchFieldsSchema, FIRST_FIELDS);
  const [form] = Form.useForm<BatchFields>();
  const { ready, called } = useUnitsCalled(namesToLookUp(rows, act));
  if (!ready) return <Skeleton active title={{ width: 200 }} />;
  const parts = partition(rows, act, { unitsCalled: called, taken, own });
  if (parts.open.length > 0 && !began) setBegan(true);
  const what = words.acts[act].what(parts.open.length, leadCount(parts.open));
  // From here on the batch itself is kept.
  const start = (made: BatchForm, items: readonly BatchItem[]): void => {
    kept.drop();
    batch.start(made, items);
  };
  const submit = (fields: BatchFields): void => {
    const made = batchFormOf(act, { ...fields, keepPastDays: taken.pastDays }, parts.open, called);
    if ('fault' in made) setFault(made.fault === 'TEXT.PRIVATE_DATA' ? words.privateData : words.invalid);
    else {
      const items = itemsOf(parts.open);
      if (items.length < MANY) start(made, items);
      else setAsked({ form: made, items, what });
    }
  };
  return (
    <Form<BatchFields>
      form={form}
      layout="vertical"
      onFinish={submit}
      onFinishFailed={() => setRefused(refusedNow())}
      // What is asked back is what was filled in then.
      onValuesChange={(_changed, fields) => {
        setAsked(null);
        kept.keep(fields);
      }}
      initialValues={kept.start}
      className="batch-ask"
    >
      <p className="batch-what">{parts.open.length > 0 ? what : words.nothingOpen}</p>
      {act === 'task.decide-proposal' && <p className="quiet">{words.oneByOne}</p>}
      <TakenToo
        act={act}
        rows={rows}
        taken={taken}
        onTake={(next) => {
          setTaken(next);
          setAsked(null);
        }}
      />
      <RowsMeanwhile rows={rows} />
      {kept.restored && (
        <DraftNote
          onDrop={() => {
            kept.drop();
            form.resetFields();
            form.setFieldsValue(FIRST_FIELDS);
          }}
        />
      )}
      <NotOpen parts={parts} />
      {act === 'task.assign' && (
        <AssignedUnits rows={rows.filter(({ taskId }) => parts.open.some((row) => row.taskId === taskId))} />
      )}
      {(parts.open.length > 0 || began) && <Fields act={act} measures={measuresOf(rows, taken)} />}
      <FirstFault refused={refused} />
      {fault !== null && <Alert className="notice" type="error" showIcon role="alert" title={fault} />}
      {asked !== null && (
        <ConfirmStep
          asked={{ text: asked.what }}
          submit={words.submit(TASK_ACTS[act].word, asked.items.length)}
          disabled={false}
          onBack={() => setAsked(null)}
          onConfirm={() => start(asked.form, asked.items)}
        />
      )}
      {asked === null && parts.open.length > 0 && (
        <Button type="primary" htmlType="submit">
          {words.submit(TASK_ACTS[act].word, parts.open.length)}
        </Button>
      )}
    </Form>
  );
}

interface TakenTooProps {
  readonly act: BatchAct;
  readonly rows: readonly TaskRow[];
  readonly taken: Taken;
  readonly onTake: (taken: Taken) => void;
}

/** Offers to take rows that the batch leaves out of itself; nothing where there are none. */
function TakenToo({ act, rows, taken, onTake }: TakenTooProps): ReactElement {
  const doubtful = act === 'task.confirm' ? rows.filter(isDoubtfulDraft).length : 0;
  const past = rows.filter((row) => hasPastDay(row, act)).length;
  const kinds = act === 'task.decide-proposal' ? mattersAsked(rows) : [];
  return (
    <>
      {kinds.length > 1 && (
        <Form.Item label={words.askedFor}>
          <Radio.Group
            value={taken.askedFor}
            onChange={({ target }) => onTake({ ...taken, askedFor: String(target.value) })}
            options={kinds.map(({ matter: value, word: label }) => ({ value, label }))}
          />
        </Form.Item>
      )}
      {doubtful > 0 && (
        <Form.Item>
          <Checkbox checked={taken.doubtful} onChange={({ target }) => onTake({ ...taken, doubtful: target.checked })}>
            {words.takeDoubtful(doubtful)}
          </Checkbox>
        </Form.Item>
      )}
      {past > 0 && (
        <Form.Item extra={ACT_WORDS.keepPastDaysExtra}>
          <Checkbox checked={taken.pastDays} onChange={({ target }) => onTake({ ...taken, pastDays: target.checked })}>
            {ACT_WORDS.keepPastDays(past)}
          </Checkbox>
        </Form.Item>
      )}
    </>
  );
}

function isDoubtfulDraft({ status, doubtCount }: TaskRow): boolean {
  return TASK_ACTS['task.confirm'].from.includes(status) && doubtCount > 0;
}

/** Which units of the tasks cannot act by themselves, by ledger. */
function AssignedUnits({ rows }: { readonly rows: readonly TaskRow[] }): ReactElement {
  const ledgers = [...new Set(rows.map(({ ledgerId }) => ledgerId))];
  return (
    <>
      {ledgers.map((ledgerId) => (
        <StaffingNote
          key={ledgerId}
          ledgerId={ledgerId}
          units={rows.flatMap((row) => (row.ledgerId === ledgerId ? [...row.leadUnits, ...row.supportUnits] : []))}
        />
      ))}
    </>
  );
}

/** The measures to choose from, of the matter that is decided. */
function measuresOf(rows: readonly BatchRow[], { askedFor }: Taken): Matter['measures'] {
  return mattersAsked(rows).find(({ matter }) => matter === askedFor)?.measures ?? [];
}

function Fields({ act, measures }: { readonly act: BatchAct } & Pick<Matter, 'measures'>): ReactElement | null {
  switch (act) {
    case 'task.accept':
      return <PastDayItem name="occurredOn" title={words.occurredOn} />;
    case 'task.decline':
      return (
        <>
          <TextItem
            name="reason"
            label={ACT_WORDS.declineReason}
            hint={words.declineHint}
            required
            max={2_000}
            rows={3}
          />
          <PastDayItem name="occurredOn" title={words.occurredOn} />
        </>
      );
    case 'task.assign':
      return (
        <>
          <Form.Item name="requirements" label={words.requirements}>
            <GrowingText rows={3} maxLength={4_000} placeholder={words.requirementsHint} />
          </Form.Item>
          <DayItem name="replyBy" title={words.replyBy} toCome />
          <PastDayItem name="occurredOn" title={words.occurredOn} />
        </>
      );
    case 'task.urge':
      return (
        <Form.Item name="message" label={words.message}>
          <GrowingText rows={3} maxLength={2_000} placeholder={words.messageHint} />
        </Form.Item>
      );
    case 'task.hang':
      return <HangFields />;
    case 'task.confirm':
      return null;
    case 'task.decide-proposal':
      return <DecisionFields measures={measures} />;
  }
}

/** One answer to all of them, and the reason that each unit is told. */
function DecisionFields({ measures }: Pick<Matter, 'measures'>): ReactElement {
  const result: unknown = Form.useWatch('result');
  const refused = result === 'refused';
  const options = (['approved', 'refused'] as const).map((value) => ({ value, label: words.results[value] }));
  return (
    <>
      <Form.Item name="result" label={words.result} rules={CHOSEN}>
        <Radio.Group options={options} />
      </Form.Item>
      {result === 'approved' && <MeasureItem measures={measures} />}
      <Form.Item
        name="reason"
        label={words.reason}
        rules={refused ? [{ required: true, message: words.required, whitespace: true }] : []}
      >
        <GrowingText rows={3} maxLength={2_000} placeholder={words.reasonHint} />
      </Form.Item>
    </>
  );
}

function HangFields(): ReactElement {
  const kinds = Object.entries(WORDS.terms.authorities).map(([value, label]) => ({ value, label }));
  const declared = {
    validator: (_rule: unknown, value: unknown) =>
      value === true ? Promise.resolve() : Promise.reject(new Error(words.secrecyNeeded)),
  };
  return (
    <>
      <Form.Item name="kind" label={words.authorityKind}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Form.Item
        name="reference"
        label={words.reference}
        rules={[{ required: true, message: words.required, whitespace: true }]}
      >
        <Input maxLength={300} placeholder={words.referenceHint} />
      </Form.Item>
      <PastDayItem name="occurredOn" title={words.occurredOn} />
      <Form.Item name="secrecyDeclared" valuePropName="checked" rules={[declared]}>
        <Checkbox>{words.secrecy}</Checkbox>
      </Form.Item>
    </>
  );
}
