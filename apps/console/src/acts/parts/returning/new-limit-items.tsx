import { ACT_WORDS } from '../../../words/acts.words';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { DayItem } from '../../../forms/day-item';
import { TextItem } from '../../../forms/text-item';
import { today } from '../../../forms/today';

const words = ACT_WORDS.returning;

/** What the return asks for in addition: each with its words and its day. */
export function NewLimitItems(): ReactElement {
  return (
    <fieldset className="plain-fieldset">
      <legend>{words.newLimits}</legend>
      <Form.List name="newLimits">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <OneRow key={key} index={name} onRemove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ what: '', due: null })}>
              {words.add}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function OneRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }): ReactElement {
  const place = index + 1;
  return (
    <div className="new-limit">
      <TextItem name={[index, 'what']} label={words.newLimit(place)} required max={1_000} rows={2} />
      <div className="reading-inputs">
        <DayItem name={[index, 'due']} title={words.newLimitDue(place)} required earliest={today()} toCome />
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden />}
          aria-label={words.remove(place)}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
