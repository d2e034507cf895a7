import { Button, Select } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import { GrowingText } from '../../forms/growing-text';
import { IMPORT_WORDS } from '../../words/import.words';
import { type Draft, type DraftEdit } from './model/draft';
import { type DraftField, type DraftProblem, problemsOf } from './model/draft-problems';
import { IndicatorFields } from './indicator-fields';
import { LimitFields } from './limit-fields';
import { ProblemLine } from './problem-line';

const words = IMPORT_WORDS.edit;

interface Props {
  readonly draft: Draft;
  readonly number: number;
  /** Names of the document, offered while a unit is typed. */
  readonly names: readonly string[];
  /** The year that a day without one is likely of. */
  readonly year: number | null;
  readonly onChange: (content: DraftEdit) => void;
  readonly onDone: () => void;
  readonly onAccept: () => void;
}

/** Every field of a draft. What is typed counts at once; nothing has to be saved. */
export function DraftEditor({ draft, number, names, year, onChange, onDone, onAccept }: Props): ReactElement {
  const { content, key } = draft;
  const problems = problemsOf(content);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => startIn(form.current), [key]);
  const change = (changes: Partial<DraftEdit>): void => onChange({ ...content, ...changes });
  return (
    <div className="import-editor" ref={form}>
      <p className="quiet number">{IMPORT_WORDS.card.ordinal(number)}</p>
      <Doubts content={content} />
      <Labelled id={`${key}-title`} label={words.title} field="title" problems={problems}>
        <GrowingText
          id={`${key}-title`}
          rows={1}
          value={content.title}
          onChange={({ target }) => change({ title: target.value.replaceAll('\n', '') })}
        />
      </Labelled>
      <Labelled id={`${key}-body`} label={words.body} field="body" problems={problems}>
        <GrowingText
          id={`${key}-body`}
          rows={3}
          value={content.body}
          onChange={({ target }) => change({ body: target.value })}
        />
      </Labelled>
      <UnitNameFields draft={draft} names={names} problems={problems} change={change} />
      <LimitFields limits={content.limits} year={year} problems={problems} onChange={(limits) => change({ limits })} />
      <IndicatorFields
        indicators={content.indicators}
        problems={problems}
        onChange={(indicators) => change({ indicators })}
      />
      <div className="import-card-acts">
        <Button type="primary" disabled={problems.length > 0} onClick={onAccept}>
          {IMPORT_WORDS.card.accept}
        </Button>
        <Button onClick={onDone}>{IMPORT_WORDS.card.done}</Button>
      </div>
    </div>
  );
}

/** Begins where something must be put right; else with the title. */
function startIn(form: HTMLElement | null): void {
  const problem = form?.querySelector('.import-problem');
  const part = problem?.closest('.import-part, .import-labelled') ?? null;
  const field = part?.querySelector<HTMLElement>('input:not([type="radio"]), textarea');
  part?.scrollIntoView({ block: 'center' });
  (field ?? form?.querySelector('textarea'))?.focus({ preventScroll: part !== null });
}

/** What the reader left open, in sight while one corrects it. */
function Doubts({ content }: { readonly content: DraftEdit }): ReactElement {
  return (
    <>
      {content.doubts.map(({ message }, index) => (
        <p key={index} className="import-doubt">
          <span>
            <span aria-hidden="true">▲</span> {message}
          </span>
        </p>
      ))}
    </>
  );
}

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly field: DraftField;
  readonly problems: readonly DraftProblem[];
  readonly hint?: string;
  readonly children: ReactElement;
}

function Labelled({ id, label, field, problems, hint, children }: LabelledProps): ReactElement {
  const kinds = [...new Set(problems.filter((problem) => problem.field === field).map(({ kind }) => kind))];
  return (
    <div className="import-labelled">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {kinds.map((kind) => (
        <ProblemLine key={kind} kind={kind} />
      ))}
    </div>
  );
}

interface NamesProps {
  readonly draft: Draft;
  readonly names: readonly string[];
  readonly problems: readonly DraftProblem[];
  readonly change: (changes: Partial<DraftEdit>) => void;
}

function UnitNameFields({ draft, names, problems, change }: NamesProps): ReactElement {
  const { content, key } = draft;
  const known = [...content.leadUnitNames, ...content.supportUnitNames];
  const options = names.map((name) => ({ value: name, label: name }));
  const toUnits = (chosen: readonly string[]): DraftEdit['leadUnitNames'] =>
    chosen
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => known.find((unit) => unit.name === name) ?? { name, span: null, collective: false });
  const select = (id: string, label: string, units: DraftEdit['leadUnitNames'], set: (chosen: string[]) => void) => (
    <Select
      id={id}
      aria-label={label}
      mode="tags"
      className="import-tags"
      value={units.map(({ name }) => name)}
      options={options}
      tokenSeparators={['、', '，', '；', ';', '\n']}
      onChange={set}
    />
  );
  return (
    <>
      <Labelled id={`${key}-lead`} label={words.lead} field="units" problems={problems}>
        {select(`${key}-lead`, words.lead, content.leadUnitNames, (chosen) => {
          const leads = toUnits(chosen);
          const supportUnitNames = content.supportUnitNames.filter(({ name }) => !chosen.includes(name));
          change({ leadUnitNames: leads, supportUnitNames });
        })}
      </Labelled>
      <Labelled id={`${key}-support`} label={words.support} field="units" problems={[]} hint={words.unitsHint}>
        {select(`${key}-support`, words.support, content.supportUnitNames, (chosen) =>
          change({ supportUnitNames: toUnits(chosen) }),
        )}
      </Labelled>
    </>
  );
}
