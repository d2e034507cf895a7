import { Form } from 'antd';
import { type ReactElement } from 'react';
import { LineItem } from '../../forms/text-item';
import { replacedList } from '../../parts/unit-lists/replaced-list';
import { useUnitLists } from '../../parts/unit-lists/use-unit-lists';
import { WORDS } from '../../words';
import { NO_VALUES, type SplitValues } from './split-rows';
import { words } from './words';

const fields = words.fields;

/** The name under which the units are remembered. One that is taken replaces the former list: that is said before, not found out later. */
export function ListNameItem({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const form = Form.useFormInstance<SplitValues>();
  const { data } = useUnitLists(ledgerId);
  const { listName, units } = Form.useWatch((values: SplitValues) => ({ ...NO_VALUES, ...values }), form);
  const replaced = replacedList(data?.lists ?? [], listName, units);
  return (
    <>
      <LineItem name="listName" label={fields.listName} extra={fields.listNameHint} max={60} />
      {replaced !== null && (
        <p className="lamp-near" role="status">
          {fields.listReplaced(replaced.name, replaced.units.map(({ name }) => name).join(WORDS.parts.and))}
        </p>
      )}
    </>
  );
}
