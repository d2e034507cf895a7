import { Checkbox, Radio } from 'antd';
import { type ReactElement, type ReactNode, useId } from 'react';
import { type Clocks, clocksSchema, listingSchema, secondPersonActSchema } from '#domain';
import { GrowingText } from '../../../forms/growing-text';
import { numberFault } from '../../../forms/number-fault';
import { NumberField } from '../../../forms/number-field';
import { SelfTold } from '../../../forms/self-told';
import { RULE_WORDS } from '../../../words/rules.words';
import { LadderEditor } from './ladder-editor';
import { actName } from './rule-differences';
import { isAlwaysTwo, LADDERS, type RuleDraft, type SecondPersonAct, withSecond } from './rule-draft';
import { faultAt, type RuleFault } from './rule-faults';
import { Part } from './rule-view';

const words = RULE_WORDS;

interface Props {
  readonly draft: RuleDraft;
  readonly faults: readonly RuleFault[];
  readonly onChange: (draft: RuleDraft) => void;
}

/** Edits every part of the rules; the protection level in those of the office alone. */
export function RuleEditor({ draft, faults, onChange }: Props): ReactElement {
  const { ladders, closing } = draft;
  return (
    <>
      <Part title={words.parts.ladders}>
        {LADDERS.map((name) => (
          <LadderEditor
            key={name}
            title={words.ladders[name]}
            place={`ladders.${name}`}
            value={ladders[name]}
            faults={faults}
            onChange={(ladder) => onChange({ ...draft, ladders: { ...ladders, [name]: ladder } })}
          />
        ))}
      </Part>
      <Part title={words.parts.clocks}>
        <ClockFields clocks={draft.clocks} faults={faults} onChange={(clocks) => onChange({ ...draft, clocks })} />
      </Part>
      <Part title={words.parts.listing} hint={words.hints.listing}>
        <ListingFields
          listing={draft.listing}
          faults={faults}
          onChange={(listing) => onChange({ ...draft, listing })}
        />
      </Part>
      {(['acceptance', 'evidence'] as const).map((name) => (
        <LinesPart
          key={name}
          title={words.parts[name]}
          hint={words.hints[name]}
          value={draft[name]}
          fault={faultAt(faults, name)}
          onChange={(text) => onChange({ ...draft, [name]: text })}
        />
      ))}
      <Part title={words.parts.closing}>
        <Choice
          label={words.parts.owed}
          words={words.owed}
          value={closing.owed}
          onChange={(owed) => onChange({ ...draft, closing: { ...closing, owed } })}
        />
        <Choice
          label={words.parts.targets}
          words={words.targets}
          value={closing.targets}
          onChange={(targets) => onChange({ ...draft, closing: { ...closing, targets } })}
        />
      </Part>
      <Part title={words.parts.secondPerson} hint={words.hints.secondPerson}>
        <SecondPersonFields
          acts={draft.secondPerson}
          onChange={(secondPerson) => onChange({ ...draft, secondPerson })}
        />
      </Part>
      {draft.protectionLevel !== null && (
        <Part title={words.parts.protectionLevel} hint={words.hints.protectionLevel}>
          <LevelField
            level={draft.protectionLevel}
            onChange={(protectionLevel) => onChange({ ...draft, protectionLevel })}
          />
        </Part>
      )}
    </>
  );
}

const LEVELS = [2, 3] as const;
type Level = (typeof LEVELS)[number];

interface LevelProps {
  readonly level: Level;
  readonly onChange: (level: Level) => void;
}

function LevelField({ level, onChange }: LevelProps): ReactElement {
  return (
    <Radio.Group className="rule-choice" aria-label={words.parts.protectionLevel} value={level}>
      {LEVELS.map((each) => (
        <Radio key={each} value={each} onChange={() => onChange(each)}>
          {words.level(each)}
        </Radio>
      ))}
    </Radio.Group>
  );
}

interface SecondPersonProps {
  readonly acts: readonly SecondPersonAct[];
  readonly onChange: (acts: SecondPersonAct[]) => void;
}

function SecondPersonFields({ acts, onChange }: SecondPersonProps): ReactElement {
  return (
    <div className="rule-choice" role="group" aria-label={words.parts.secondPerson}>
      {secondPersonActSchema.options.map((act) => (
        <Checkbox
          key={act}
          checked={acts.includes(act)}
          disabled={isAlwaysTwo(act)}
          onChange={({ target }) => onChange(withSecond(acts, act, target.checked))}
        >
          {actName(act)}
        </Checkbox>
      ))}
    </div>
  );
}

interface ClocksProps {
  readonly clocks: RuleDraft['clocks'];
  readonly faults: readonly RuleFault[];
  readonly onChange: (clocks: RuleDraft['clocks']) => void;
}

function ClockFields({ clocks, faults, onChange }: ClocksProps): ReactElement {
  const field = (name: keyof Clocks): ReactNode => {
    const review = name === 'reviewMonths';
    return (
      <CountField
        key={name}
        label={words.clock(name)}
        range={{ min: 1, max: review ? 24 : 250 }}
        unit={review ? words.months : words.workingDays}
        value={clocks[name]}
        fault={faultAt(faults, `clocks.${name}`)}
        onChange={(value) => onChange({ ...clocks, [name]: value })}
      />
    );
  };
  return <div className="rule-clocks">{clocksSchema.keyof().options.map(field)}</div>;
}

interface ListingProps {
  readonly listing: RuleDraft['listing'];
  readonly faults: readonly RuleFault[];
  readonly onChange: (listing: RuleDraft['listing']) => void;
}

function ListingFields({ listing, faults, onChange }: ListingProps): ReactElement {
  return (
    <div className="rule-clocks">
      {listingSchema.keyof().options.map((name) => (
        <CountField
          key={name}
          label={words.listing(name)}
          range={{ min: 2, max: 20 }}
          unit={words.times}
          value={listing[name]}
          fault={faultAt(faults, `listing.${name}`)}
          onChange={(value) => onChange({ ...listing, [name]: value })}
        />
      ))}
    </div>
  );
}

interface CountProps {
  readonly label: string;
  readonly range: { readonly min: number; readonly max: number };
  readonly unit: string;
  readonly value: number | null;
  readonly fault: string | null;
  readonly onChange: (value: number | null) => void;
}

/** A whole number with its unit. */
function CountField({ label, range, unit, value, fault, onChange }: CountProps): ReactElement {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <SelfTold fault={numberFault(value, range) ?? fault}>
        {(aria) => (
          <NumberField
            {...aria}
            {...range}
            {...(fault === null ? {} : { 'aria-invalid': true })}
            id={id}
            value={value}
            unit={unit}
            onChange={onChange}
          />
        )}
      </SelfTold>
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly hint: string;
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
}

/** A list, one item a line. */
function LinesPart({ title, hint, value, fault, onChange }: LinesProps): ReactElement {
  return (
    <Part title={title} hint={hint}>
      <SelfTold fault={fault}>
        {(aria) => (
          <GrowingText
            {...aria}
            {...(fault === null ? {} : { 'aria-invalid': true, status: 'error' as const })}
            rows={3}
            aria-label={title}
            value={value}
            maxLength={2_000}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </SelfTold>
    </Part>
  );
}

interface ChoiceProps<Key extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Key, string>>;
  readonly value: Key;
  readonly onChange: (value: Key) => void;
}

function Choice<Key extends string>({ label, words: told, value, onChange }: ChoiceProps<Key>): ReactElement {
  const keys = Object.keys(told).filter((key): key is Key => key in told);
  return (
    <div className="rule-choice">
      <div aria-hidden>{label}</div>
      <Radio.Group aria-label={label} value={value}>
        {keys.map((key) => (
          <Radio key={key} value={key} onChange={() => onChange(key)}>
            {told[key]}
          </Radio>
        ))}
      </Radio.Group>
    </div>
  );
}
