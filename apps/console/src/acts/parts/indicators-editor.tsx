import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { SelfToldNumber } from '../../forms/self-told-number';
import { leastTarget } from '../../parts/task-facts/indicator-kind';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { type EditedIndicator, nextPartId } from './content-changes';

const words = ACT_WORDS.indicatorsEditor;

interface Props {
  readonly value?: readonly EditedIndicator[];
  readonly onChange?: (indicators: readonly EditedIndicator[]) => void;
  /** Every id of an indicator that the task has or had, as far as it is known. */
  readonly given: readonly string[];
}

/** Corrects the indicators: names, comparators, targets and units; removes and adds some. */
export function IndicatorsEditor({ value = [], onChange, given }: Props): ReactElement {
  const replace = (indicatorId: string, change: Partial<EditedIndicator>): void =>
    onChange?.(value.map((each) => (each.indicatorId === indicatorId ? { ...each, ...change } : each)));
  const add = (): void => {
    const indicatorId = nextPartId('I', [...given, ...value.map((each) => each.indicatorId)]);
    onChange?.([...value, { indicatorId, name: '', op: '>=', value: null, max: null, unit: '', approximate: false }]);
  };
  return (
    <div>
      <ul className="fact-list">
        {value.map((indicator, index) => (
          <li key={indicator.indicatorId}>
            <OneIndicator
              indicator={indicator}
              place={index + 1}
              onChange={(change) => replace(indicator.indicatorId, change)}
              onDrop={() => onChange?.(value.filter((each) => each !== indicator))}
            />
          </li>
        ))}
      </ul>
      <Button className="add-part" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {words.add}
      </Button>
    </div>
  );
}

interface OneProps {
  readonly indicator: EditedIndicator;
  readonly place: number;
  readonly onChange: (change: Partial<EditedIndicator>) => void;
  readonly onDrop: () => void;
}

const OPS = (['>=', '<=', '=', 'range'] as const).map((op) => ({ value: op, label: WORDS.terms.comparators[op] }));

function OneIndicator({ indicator, place, onChange, onDrop }: OneProps): ReactElement {
  const { name, op, value, max, unit, approximate } = indicator;
  const least = leastTarget({ name, unit });
  const named = (label: string): string => words.named(place, label);
  return (
    <div className="edited-limit">
      <Input
        aria-label={named(words.name)}
        placeholder={words.name}
        value={name}
        maxLength={300}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <div className="reading-inputs">
        <Select
          aria-label={named(words.op)}
          className="op-field"
          value={op}
          options={OPS}
          onChange={(each) => onChange({ op: each })}
        />
        <SelfToldNumber
          label={named(words.value)}
          min={least}
          value={value}
          onChange={(each) => onChange({ value: each })}
        />
        {op === 'range' && (
          <SelfToldNumber
            label={named(words.max)}
            min={least}
            value={max}
            onChange={(each) => onChange({ max: each })}
          />
        )}
        <Input
          aria-label={named(words.unit)}
          className="unit-field"
          placeholder={words.unit}
          value={unit}
          maxLength={40}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
        <Checkbox
          aria-label={named(words.approximate)}
          title={words.approximateHint}
          checked={approximate}
          onChange={({ target }) => onChange({ approximate: target.checked })}
        >
          {words.approximate}
        </Checkbox>
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden />}
          aria-label={words.remove(place)}
          onClick={onDrop}
        />
      </div>
    </div>
  );
}
