import { recalledChoices } from './recalled-choices';
import {
  aliasesOf,
  createUnknown,
  isCreatable,
  namesIn,
  nameStateOf,
  type UnitChoices,
  unitIdsBy,
  unitsOfTask,
} from './unit-choices';
import { nameRequests, type UnitName, unitNamesOf, unitNamesOfTasks } from './unit-names';
import { draftWith } from './model.fixture';

const name = (text: string, collective = false): UnitName => ({
  name: text,
  collective,
  leads: 1,
  supports: 0,
  draftKey: null,
});
const all = [name('Health'), name('Finance'), name('Members', true), name('Twice'), name('New')];
const matches = new Map([
  ['Health', ['u1']],
  ['Finance', ['u2']],
  ['Members', []],
  ['Twice', ['u3', 'u4']],
  ['New', []],
]);

describe('unitNamesOf and nameRequests', () => {
  test('lists each name once and counts how often it leads and supports', () => {
    const names = unitNamesOf([draftWith('d1'), draftWith('d2', { leadUnitNames: [], title: 'x' })]);
    expect(names).toEqual([
      { name: 'Health', collective: false, leads: 1, supports: 0, draftKey: 'd1' },
      { name: 'Finance', collective: false, leads: 0, supports: 2, draftKey: 'd1' },
    ]);
  });

  test('gathers names from tasks too, and keeps a name collective that was so once', () => {
    const tasks = [false, true].map((collective) => ({ leads: [], supports: [{ name: ' Members ', collective }] }));
    expect(unitNamesOfTasks(tasks)).toEqual([
      { name: 'Members', collective: true, leads: 0, supports: 2, draftKey: null },
    ]);
  });

  test('splits names into requests that fit into a URL, and leaves out names with a comma or over 200 characters', () => {
    const names = Array.from({ length: 130 }, (_, index) => `n${index}`);
    const requests = nameRequests([...names, 'a,b', 'x'.repeat(201)]);
    expect(requests.map(({ length }) => length)).toEqual([60, 60, 10]);
    expect(requests.flat()).toEqual(names);
    expect(nameRequests(['y'.repeat(200), 'z'.repeat(200), 'x'.repeat(200)])).toHaveLength(2);
  });
});

describe('the decision about a name', () => {
  const none: UnitChoices = {};
  const kind = (text: string, choices: UnitChoices = none): string => {
    const state = nameStateOf(all.find((each) => each.name === text) ?? name(text), choices, matches);
    return state.kind === 'open' ? state.why : state.kind;
  };

  test('is taken from the register when it knows one unit; otherwise the name is open, with the reason', () => {
    expect(all.map((each) => kind(each.name))).toEqual([
      'registered',
      'registered',
      'collective',
      'several',
      'unknown',
    ]);
    expect(kind('Unasked')).toBe('asking');
  });

  test('of a person takes precedence over the register', () => {
    const choices: UnitChoices = {
      Health: { kind: 'units', unitIds: ['u9'], alias: false },
      New: { kind: 'create' },
      Members: { kind: 'create' },
      Finance: { kind: 'units', unitIds: [], alias: false },
    };
    expect(['Health', 'New', 'Members', 'Finance'].map((each) => kind(each, choices))).toEqual([
      'chosen',
      'create',
      'collective',
      'registered',
    ]);
  });

  test('is to create the unit for every unknown name at once, but never for a collective one', () => {
    expect(createUnknown(all, none, matches)).toEqual({ New: { kind: 'create' } });
    expect(isCreatable(name('x'.repeat(101)))).toBe(false);
    expect(namesIn(all, 'open', none, matches).map((each) => each.name)).toEqual(['Members', 'Twice', 'New']);
  });

  test('makes a ticked name the alias of its one unit, unless the register knows it already', () => {
    const choices: UnitChoices = {
      New: { kind: 'units', unitIds: ['u1'], alias: true },
      Twice: { kind: 'units', unitIds: ['u3'], alias: true },
      Members: { kind: 'units', unitIds: ['u1', 'u2'], alias: true },
    };
    expect(aliasesOf(all, choices, matches)).toEqual([{ alias: 'New', unitId: 'u1' }]);
  });
});

describe('the units of a task', () => {
  const choices: UnitChoices = { Members: { kind: 'units', unitIds: ['u1', 'u2', 'u5'], alias: false } };
  const idsOf = unitIdsBy(all, choices, matches);

  test('are listed once: a unit that leads does not also support', () => {
    expect(unitsOfTask(['Health'], ['Members', 'Finance'], idsOf)).toEqual({
      leadUnitIds: ['u1'],
      supportUnitIds: ['u2', 'u5'],
    });
  });

  test('are not known while one of the names is open', () => {
    expect(unitsOfTask(['New'], ['Twice', 'Health'], idsOf)).toEqual({ open: ['New', 'Twice'] });
  });
});

describe('choices recalled from confirmed tasks', () => {
  const task = (leads: string[], supports: string[], leadUnitIds: string[], supportUnitIds: string[]) => ({
    leadUnitNames: leads,
    supportUnitNames: supports,
    leadUnitIds,
    supportUnitIds,
  });

  test('give the units that no other name accounts for to the one open name', () => {
    const confirmed = [task(['Health'], ['Finance', 'Members'], ['u1'], ['u2', 'u6', 'u7'])];
    expect(recalledChoices(confirmed, matches)).toEqual({
      Members: { kind: 'units', unitIds: ['u6', 'u7'], alias: false },
    });
  });

  test('say nothing about two open names, nor about an unconfirmed task', () => {
    expect(recalledChoices([task(['Health'], ['Members', 'New'], ['u1'], ['u6', 'u7'])], matches)).toEqual({});
    expect(recalledChoices([task(['New'], [], [], [])], matches)).toEqual({});
  });
});
