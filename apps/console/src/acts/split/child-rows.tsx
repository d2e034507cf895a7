import { Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { reads } from '../../api/client';
import { SelfToldDay } from '../../forms/self-told-day';
import { SelfToldNumber } from '../../forms/self-told-number';
import { today } from '../../forms/today';
import { leastTarget } from '../../parts/task-facts/indicator-kind';
import { StaffingNoteById } from '../../parts/staffing/staffing-note';
import { UnitPicker } from '../../parts/unit-picker';
import { NO_VALUES, overrunBy, type OwnValues, rowsOf, type SplitRow, type SplitValues } from './split-rows';
import { shownTarget, targetSums } from './split-targets';
import { words } from './words';

const fields = words.fields;

interface Props {
  readonly task: TaskDetail;
  readonly value?: Readonly<Record<string, OwnValues>>;
  readonly onChange?: (own: Readonly<Record<string, OwnValues>>) => void;
}

/** The children as the fields above ask for them, each with what may be its own. */
export function ChildRows({ task, value = {}, onChange }: Props): ReactElement {
  const form = Form.useFormInstance<SplitValues>();
  // Fields of the other ways of splitting keep what was typed, though they are not shown.
  const watched = { form, preserve: true };
  // At first nothing has been registered yet.
  const rows = Form.useWatch((values: SplitValues) => rowsOf({ ...NO_VALUES, ...values, own: value }, task), watched);
  const rules = Form.useWatch((values: SplitValues) => ({ ...NO_VALUES, ...values }).indicators, watched);
  const byUnits = Form.useWatch('by', watched) === 'units';
  const names = useUnitNames(rows);
  const change = (key: string, own: OwnValues): void => onChange?.({ ...value, [key]: { ...value[key], ...own } });
  return (
    <>
      <h3 className="form-heading">{fields.children(rows.length)}</h3>
      <StaffingNoteById ledgerId={task.ledgerId} unitIds={rows.flatMap(({ leads }) => leads)} />
      {targetSums(rows, value, rules, task).map(({ indicatorId, name, sum, whole }) => (
        <p key={indicatorId} className="lamp-near" role="status">
          {fields.targetSum(name, sum, whole)}
        </p>
      ))}
      <ol className="fact-list split-rows">
        {rows.map((row, index) => (
          <li key={row.key}>
            <div className="fact-name">{byUnits ? (names.get(row.key) ?? '') : row.title}</div>
            <OwnFields
              row={row}
              place={index + 1}
              own={value[row.key] ?? {}}
              task={task}
              byUnits={byUnits}
              onChange={(own) => change(row.key, own)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

interface OwnProps {
  readonly row: SplitRow;
  readonly place: number;
  readonly own: OwnValues;
  readonly task: TaskDetail;
  readonly byUnits: boolean;
  readonly onChange: (own: OwnValues) => void;
}

function OwnFields({ row, place, own, task, byUnits, onChange }: OwnProps): ReactElement {
  const named = (label: string): string => fields.named(place, label);
  const day = own.due ?? row.due;
  const parentDue = overrunBy(day, task);
  return (
    <div className="reading-inputs">
      {!byUnits && (
        <div className="split-units">
          <UnitPicker label={named(fields.leads)} value={row.leads} onChange={(leads) => onChange({ leads })} />
        </div>
      )}
      <SelfToldDay
        label={named(fields.due)}
        value={day}
        placeholder={fields.inheritedDue}
        earliest={today()}
        toCome
        onChange={(due) => onChange({ due })}
      />
      {parentDue !== null && (
        <p className="lamp-near" role="status">
          {fields.dueAfterParent(parentDue)}
        </p>
      )}
      {task.indicators.map(({ indicatorId, name, value, unit }) => (
        <label key={indicatorId} className="own-target">
          <span className="quiet">{fields.target(name)}</span>
          <SelfToldNumber
            min={leastTarget({ name, unit })}
            label={named(fields.target(name))}
            placeholder={fields.inheritedTarget(`${String(value)}${unit}`)}
            unit={unit}
            value={shownTarget(own, indicatorId, value)}
            onChange={(target) => onChange({ targets: { ...own.targets, [indicatorId]: target } })}
          />
        </label>
      ))}
    </div>
  );
}

function useUnitNames(rows: readonly SplitRow[]): ReadonlyMap<string, string> {
  const ids = [...new Set(rows.flatMap(({ leads }) => leads))];
  const { data } = reads.useQuery('get', '/api/units', { params: { query: { ids } } }, { enabled: ids.length > 0 });
  return new Map((data?.units ?? []).map(({ unitId, name }) => [unitId, name]));
}
