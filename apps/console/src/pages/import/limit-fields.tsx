import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type Limit, type Recurrence, recurrenceSchema } from '#domain';
import { Button, Segmented, Select } from 'antd';
import { type ReactElement } from 'react';
import { DayField } from '../../forms/day-field';
import { DueOnFields } from '../../forms/due-on-fields';
import { GrowingText } from '../../forms/growing-text';
import { recurrenceWord } from '../../telling';
import { IMPORT_WORDS } from '../../words/import.words';
import { type DraftProblem } from './model/draft-problems';
import { ProblemLine } from './problem-line';

const words = IMPORT_WORDS.edit;

const PLAIN: readonly Recurrence[] = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'];
const YEARS: readonly Recurrence[] = [2, 3, 5].map((years) => recurrenceSchema.parse(`every-${years}-years`));

interface Props {
  readonly limits: readonly Limit[];
  readonly year: number | null;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (limits: Limit[]) => void;
}

/** The limits of a draft, each with a date or a recurrence and the words it comes from. */
export function LimitFields({ limits, year, problems, onChange }: Props): ReactElement {
  const add = (): void => {
    const used = limits.map(({ limitId }) => Number(limitId.slice(1)));
    const limitId = `L${Math.max(0, ...used) + 1}`;
    const blank = { sourceText: '', what: '', due: null, recurrence: null, dueOn: null, span: null };
    onChange([...limits, { limitId, ...blank }]);
  };
  return (
    <fieldset className="import-set">
      <legend>{words.limits}</legend>
      {limits.length === 0 && <p className="quiet">{words.noLimits}</p>}
      {limits.map((limit, index) => (
        <LimitRow
          key={limit.limitId}
          limit={limit}
          number={index + 1}
          year={year}
          problem={problems.find(({ field, at }) => field === 'limits' && at === index) ?? null}
          onChange={(changed) => onChange(limits.map((each) => (each === limit ? changed : each)))}
          onRemove={() => onChange(limits.filter((each) => each !== limit))}
        />
      ))}
      <div className="import-set-acts">
        <Button size="small" icon={<PlusOutlined />} onClick={add}>
          {words.addLimit}
        </Button>
        {limits.length > 0 && (
          <Button size="small" onClick={() => onChange([])}>
            {words.noLimits}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface RowProps {
  readonly limit: Limit;
  readonly number: number;
  readonly year: number | null;
  readonly problem: DraftProblem | null;
  readonly onChange: (limit: Limit) => void;
  readonly onRemove: () => void;
}

function LimitRow({ limit, number, year, problem, onChange, onRemove }: RowProps): ReactElement {
  const recurring = limit.recurrence !== null;
  const choose = (kind: 'date' | 'recurring'): void =>
    onChange(
      kind === 'date'
        ? { ...limit, recurrence: null, dueOn: null }
        : { ...limit, due: null, recurrence: 'monthly', dueOn: null },
    );
  return (
    <div className="import-part" role="group" aria-label={words.limitNumber(number)}>
      <div className="import-part-row">
        <Segmented
          aria-label={words.limitKind}
          value={recurring ? 'recurring' : 'date'}
          options={[
            { value: 'date', label: words.date },
            { value: 'recurring', label: words.recurring },
          ]}
          onChange={choose}
        />
        {limit.recurrence !== null ? (
          <RhythmFields limit={limit} every={limit.recurrence} onChange={onChange} />
        ) : (
          <DayField
            label={`${words.limitNumber(number)} ${words.due}`}
            value={limit.due}
            {...(year === null ? {} : { year })}
            faulty={problem !== null}
            onChange={(due) => onChange({ ...limit, due })}
          />
        )}
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={words.removeLimit(number)}
          className="import-part-remove"
          onClick={onRemove}
        />
      </div>
      {limit.sourceText !== '' && <p className="quiet">{IMPORT_WORDS.card.quoted(limit.sourceText)}</p>}
      <GrowingText
        aria-label={`${words.limitNumber(number)} ${words.limitWhat}`}
        placeholder={words.limitWhat}
        rows={1}
        value={limit.what}
        onChange={({ target }) => onChange({ ...limit, what: target.value })}
      />
      {problem !== null && <ProblemLine kind={problem.kind} />}
    </div>
  );
}

interface RhythmProps {
  readonly limit: Limit;
  readonly every: Recurrence;
  readonly onChange: (limit: Limit) => void;
}

/** How often, and on which day inside the period; without one it is the period's last. */
function RhythmFields({ limit, every, onChange }: RhythmProps): ReactElement {
  const choices = [...new Set([...PLAIN, ...YEARS, every])];
  return (
    <>
      <Select
        aria-label={words.every}
        value={every}
        options={choices.map((value) => ({ value, label: recurrenceWord(value) }))}
        popupMatchSelectWidth={false}
        onChange={(recurrence) => onChange({ ...limit, due: null, recurrence, dueOn: null })}
      />
      <DueOnFields every={every} value={limit.dueOn} onChange={(dueOn) => onChange({ ...limit, dueOn })} />
    </>
  );
}
