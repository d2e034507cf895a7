import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { NumberField } from '../../forms/number-field';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { type IndicatorEdit } from './model/draft';
import { type DraftProblem } from './model/draft-problems';
import { ProblemLine } from './problem-line';

const words = IMPORT_WORDS.edit;
const comparators = WORDS.terms.comparators;

const OPERATORS: readonly { readonly value: IndicatorEdit['op']; readonly label: string }[] = [
  { value: '>=', label: comparators['>='] },
  { value: '<=', label: comparators['<='] },
  { value: '=', label: comparators['='] },
  { value: 'range', label: comparators.range },
];

interface Props {
  readonly indicators: readonly IndicatorEdit[];
  readonly problems: readonly DraftProblem[];
  readonly onChange: (indicators: IndicatorEdit[]) => void;
}

/** The indicators of a draft: name, comparator, value and unit, with the words they come from. */
export function IndicatorFields({ indicators, problems, onChange }: Props): ReactElement {
  const add = (): void => {
    const used = indicators.map(({ indicatorId }) => Number(indicatorId.slice(1)));
    const indicatorId = `I${Math.max(0, ...used) + 1}`;
    const blank = {
      name: '',
      op: '>=',
      value: null,
      max: null,
      unit: '',
      approximate: false,
      sourceText: '',
      span: null,
    } as const;
    onChange([...indicators, { indicatorId, ...blank }]);
  };
  return (
    <fieldset className="import-set">
      <legend>{words.indicators}</legend>
      {indicators.map((indicator, index) => (
        <IndicatorRow
          key={indicator.indicatorId}
          indicator={indicator}
          number={index + 1}
          problem={problems.find(({ field, at }) => field === 'indicators' && at === index) ?? null}
          onChange={(changed) => onChange(indicators.map((each) => (each === indicator ? changed : each)))}
          onRemove={() => onChange(indicators.filter((each) => each !== indicator))}
        />
      ))}
      <div className="import-set-acts">
        <Button size="small" icon={<PlusOutlined />} onClick={add}>
          {words.addIndicator}
        </Button>
      </div>
    </fieldset>
  );
}

interface RowProps {
  readonly indicator: IndicatorEdit;
  readonly number: number;
  readonly problem: DraftProblem | null;
  readonly onChange: (indicator: IndicatorEdit) => void;
  readonly onRemove: () => void;
}

function IndicatorRow({ indicator, number, problem, onChange, onRemove }: RowProps): ReactElement {
  const own = words.indicatorNumber(number);
  const change = (changes: Partial<IndicatorEdit>): void => onChange({ ...indicator, ...changes });
  return (
    <div className="import-part" role="group" aria-label={own}>
      <div className="import-part-row">
        <Input
          aria-label={`${own} ${words.indicatorName}`}
          placeholder={words.indicatorName}
          className="import-indicator-name"
          value={indicator.name}
          maxLength={300}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={words.removeIndicator(number)}
          className="import-part-remove"
          onClick={onRemove}
        />
      </div>
      <div className="import-part-row">
        <Select
          aria-label={`${own} ${words.comparator}`}
          value={indicator.op}
          options={[...OPERATORS]}
          popupMatchSelectWidth={false}
          onChange={(op) => change({ op, max: op === 'range' ? indicator.max : null })}
        />
        <NumberField
          label={`${own} ${words.value}`}
          placeholder={words.value}
          className="import-number"
          value={indicator.value}
          onChange={(value) => change({ value })}
        />
        {indicator.op === 'range' && (
          <NumberField
            label={`${own} ${words.max}`}
            placeholder={words.max}
            className="import-number"
            value={indicator.max}
            onChange={(max) => change({ max })}
          />
        )}
        <Input
          aria-label={`${own} ${words.unit}`}
          placeholder={words.unit}
          className="import-indicator-unit"
          value={indicator.unit}
          maxLength={40}
          onChange={({ target }) => change({ unit: target.value })}
        />
        <Checkbox
          aria-label={`${own} ${words.approximate}`}
          title={words.approximateHint}
          checked={indicator.approximate}
          onChange={({ target }) => change({ approximate: target.checked })}
        >
          {words.approximate}
        </Checkbox>
      </div>
      {indicator.sourceText !== '' && <p className="quiet">{IMPORT_WORDS.card.quoted(indicator.sourceText)}</p>}
      {problem !== null && <ProblemLine kind={problem.kind} />}
    </div>
  );
}
