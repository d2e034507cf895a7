import { Form, type FormInstance } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { type z } from 'zod';
import { type Outcome } from '../../api/command';
import { today } from '../../forms/today';
import { type Lane, laneOf } from '../../parts/lanes';
import { PageLoading } from '../../parts/page-loading';
import { type Lack } from '../../parts/staffing/staffing';
import { useStaffing, useStaffingKnown } from '../../parts/staffing/use-staffing';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { ActForm, type Sent } from './act-form';
import { SaidItems } from './said-items';
import { laneToRecord, saidBody, type SaidValues } from './said-values';

type SaidBody = ReturnType<typeof saidBody>;

/** What the fields of the unit's own act are given. */
interface OwnFields<Values> {
  /** The lane of the unit chosen; null while none is. */
  readonly lane: Lane | null;
  readonly form: FormInstance<Values>;
  /** How many of its files are not stored yet. */
  readonly onWaiting: (count: number) => void;
}

interface Props<Values extends SaidValues, Body extends object> extends ActFormProps {
  /** The units for which the step is open. */
  readonly lanes: readonly Lane[];
  readonly kept: z.ZodType<Partial<Values>>;
  /** What the form begins with, for the unit that it begins with. */
  readonly initial: (lane: Lane | null) => Values;
  /** What keeps a unit from doing it by itself; left out: that nobody of it can act. */
  readonly lacks?: readonly Lack[];
  /** The body of the unit's own act. */
  readonly bodyOf: (values: Values, lane: Lane | null) => Body;
  readonly send: (taskId: string, body: Sent<Body & SaidBody>, key: string) => Promise<Outcome>;
  /** What changes among the fields of the unit's own act when another unit is chosen; left out, nothing. */
  readonly onUnit?: (form: FormInstance<Values>, from: Lane | null, to: Lane | null) => void;
  readonly children?: (fields: OwnFields<Values>) => ReactNode;
}

/** 代录: the form of a unit's act in which the office records it: which unit, on what word, and the fields of the act itself. */
export function OnBehalfForm<Values extends SaidValues, Body extends object>(props: Props<Values, Body>): ReactElement {
  // Which unit it begins with depends on it.
  return useStaffingKnown(props.task.ledgerId) ? <Known {...props} /> : <PageLoading />;
}

const BY_ITSELF: readonly Lack[] = ['nobody'];

function Known<Values extends SaidValues, Body extends object>(props: Props<Values, Body>): ReactElement {
  const { task, lanes, bodyOf, lacks = BY_ITSELF } = props;
  const staffingOf = useStaffing(task.ledgerId);
  const [initial] = useState(() => props.initial(laneToRecord(lanes, staffingOf, lacks)));
  const [sheets, setSheets] = useState(0);
  const [files, setFiles] = useState(0);
  return (
    <ActForm<Values, Body & SaidBody>
      {...props}
      initial={initial}
      faultOf={() => (sheets + files > 0 ? WORDS.forms.evidence.wait : null)}
      bodyOf={(values) => ({ ...bodyOf(values, laneOf(task, values.onBehalf.unitId)), ...saidBody(values, today()) })}
    >
      {(form) => <Fields {...props} form={form} onSheets={setSheets} onFiles={setFiles} />}
    </ActForm>
  );
}

interface FieldsProps<Values extends SaidValues, Body extends object> extends Props<Values, Body> {
  readonly form: FormInstance<Values>;
  readonly onSheets: (count: number) => void;
  readonly onFiles: (count: number) => void;
}

function Fields<Values extends SaidValues, Body extends object>(props: FieldsProps<Values, Body>): ReactElement {
  const { task, lanes, form, onUnit, children, onSheets, onFiles } = props;
  const chosen: unknown = Form.useWatch((values: Partial<SaidValues>) => values.onBehalf?.unitId, {
    form,
    preserve: true,
  });
  const lane = laneOf(task, typeof chosen === 'string' ? chosen : null);
  return (
    <>
      <SaidItems lanes={lanes} onUnit={(unitId) => onUnit?.(form, lane, laneOf(task, unitId))} onWaiting={onSheets} />
      {children?.({ lane, form, onWaiting: onFiles })}
    </>
  );
}
