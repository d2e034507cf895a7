import { Button, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { reads } from '../../api/client';
import { UnitPicker } from '../../parts/unit-picker';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import {
  createUnknown,
  isCreatable,
  type Matches,
  namesIn,
  type NameState,
  nameStateOf,
  type UnitChoice,
  type UnitChoices,
} from './model/unit-choices';
import { type UnitName } from './model/unit-names';

const words = IMPORT_WORDS.units;

interface Props {
  readonly names: readonly UnitName[];
  readonly choices: UnitChoices;
  readonly matches: Matches;
  readonly onChange: (choices: UnitChoices) => void;
  /** A name was chosen: show where it stands. */
  readonly onShow?: (name: UnitName) => void;
}

/** Every name of the document once, with the units that are meant; what is open comes first. */
export function UnitsPanel({ names, choices, matches, onChange, onShow }: Props): ReactElement {
  const open = namesIn(names, 'open', choices, matches);
  const creatable = open.filter((name) => isCreatable(name) && matches.get(name.name)?.length === 0);
  if (names.length === 0) return <p className="quiet import-units-none">{words.none}</p>;
  return (
    <div className="import-units">
      <p className="quiet">{words.hint}</p>
      <div className="import-units-head">
        <b>{open.length > 0 ? words.open(open.length) : words.settled}</b>
        {creatable.length > 0 && (
          <Button onClick={() => onChange(createUnknown(names, choices, matches))}>
            {words.createAll(creatable.length)}
          </Button>
        )}
      </div>
      <ul className="import-unit-list">
        {inOrder(names, choices, matches).map((name) => (
          <NameRow
            key={name.name}
            name={name}
            state={nameStateOf(name, choices, matches)}
            choice={choices[name.name] ?? null}
            onChange={(choice) => onChange(withChoice(choices, name.name, choice))}
            {...(onShow ? { onShow: () => onShow(name) } : {})}
          />
        ))}
      </ul>
    </div>
  );
}

/** Names that want a person stand first, and stay where they are while that person chooses. */
function inOrder(names: readonly UnitName[], choices: UnitChoices, matches: Matches): readonly UnitName[] {
  const settled = (name: UnitName): boolean =>
    choices[name.name] === undefined && nameStateOf(name, {}, matches).kind === 'registered';
  return [...names.filter((name) => !settled(name)), ...names.filter(settled)];
}

function withChoice(choices: UnitChoices, name: string, choice: UnitChoice | null): UnitChoices {
  const others = Object.fromEntries(Object.entries(choices).filter(([key]) => key !== name));
  return choice === null ? others : { ...others, [name]: choice };
}

interface RowProps {
  readonly name: UnitName;
  readonly state: NameState;
  readonly choice: UnitChoice | null;
  readonly onChange: (choice: UnitChoice | null) => void;
  readonly onShow?: () => void;
}

function NameRow(props: RowProps): ReactElement {
  const { name, state, choice, onChange, onShow } = props;
  const [picking, setPicking] = useState(false);
  const settled = state.kind === 'registered' || state.kind === 'create';
  return (
    <li className="import-unit-row">
      <div className="import-unit-name">
        {onShow ? (
          <button type="button" className="import-pointing" onClick={onShow}>
            {name.name}
          </button>
        ) : (
          <b>{name.name}</b>
        )}
        <span className="quiet">{words.use(name.leads, name.supports)}</span>
      </div>
      <NameStateLine state={state} />
      {!settled || picking ? (
        <PickUnits name={name} choice={choice} onChange={onChange} />
      ) : (
        <Button size="small" type="link" onClick={() => setPicking(true)}>
          {words.change}
        </Button>
      )}
      {state.kind === 'open' && state.why === 'unknown' && isCreatable(name) && (
        <Button size="small" onClick={() => onChange({ kind: 'create' })}>
          {words.createOne}
        </Button>
      )}
      {(picking || state.kind === 'create') && (
        <Button
          size="small"
          type="link"
          onClick={() => {
            setPicking(false);
            onChange(null);
          }}
        >
          {words.back}
        </Button>
      )}
    </li>
  );
}

function NameStateLine({ state }: { readonly state: NameState }): ReactElement {
  switch (state.kind) {
    case 'asking':
      return <p className="quiet">{words.asking}</p>;
    case 'create':
      return <p className="import-create">+ {words.create}</p>;
    case 'registered':
      return <RegisteredLine unitIds={state.unitIds} />;
    case 'chosen':
      return <p className="import-registered">✓ {words.chosen}</p>;
    case 'open':
      return (
        <p className="import-doubt">
          <span>
            <span aria-hidden="true">▲</span> {words[state.why]}
          </span>
        </p>
      );
  }
}

/** Shows the unit's name in the register, which differs from the name in the document when that is an alias. */
function RegisteredLine({ unitIds }: { readonly unitIds: readonly string[] }): ReactElement {
  const { data } = reads.useQuery('get', '/api/units', { params: { query: { ids: [...unitIds] } } });
  const names = data?.units.map(({ name }) => name).join(WORDS.parts.and) ?? '';
  return (
    <p className="import-registered">
      ✓ {words.registered} <span className="quiet">{names}</span>
    </p>
  );
}

function PickUnits({ name, choice, onChange }: Pick<RowProps, 'name' | 'choice' | 'onChange'>): ReactElement {
  const chosen = choice?.kind === 'units' ? choice : null;
  const one = chosen?.unitIds.length === 1 && !name.collective;
  return (
    <div className="import-unit-pick">
      <UnitPicker
        label={words.choose(name.name)}
        value={chosen?.unitIds ?? []}
        onChange={(unitIds) =>
          onChange(unitIds.length === 0 ? null : { kind: 'units', unitIds, alias: chosen?.alias ?? !name.collective })
        }
      />
      {chosen !== null && one && (
        <Checkbox checked={chosen.alias} onChange={({ target }) => onChange({ ...chosen, alias: target.checked })}>
          {words.alias}
        </Checkbox>
      )}
    </div>
  );
}
