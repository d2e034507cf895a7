import { LEDGER_ID, OTHER_LEDGER_ID, personWith, UNITS } from '../../../../libs/domain/testing';
import { type Role } from '#domain';
import { type MovedTask } from './live-news';
import { Onlooker } from './onlooker';

const TASK: MovedTask = {
  taskId: 't',
  ledgerId: LEDGER_ID,
  practice: false,
  unitIds: [UNITS.health, UNITS.finance],
  revision: 3,
};
const PRACTICE: MovedTask = { ...TASK, ledgerId: OTHER_LEDGER_ID, practice: true };
const BELOW = new Map([[UNITS.office, new Set([UNITS.office, UNITS.health])]]);
const NOBODY_BELOW = new Map<string, ReadonlySet<string>>();

const onlooker = (role: Role, unitId: string, ledgerId: string | null = null) =>
  new Onlooker(personWith(0x50, '某人', role, unitId, ledgerId));
const sees = (who: Onlooker, task = TASK, below: ReadonlyMap<string, ReadonlySet<string>> = BELOW) => [
  who.mayRead(task, below),
  who.mayList(task, below),
];

describe('who may hear of a task', () => {
  it('whoever sees its ledger as a whole', () => {
    expect(sees(onlooker('verifier', UNITS.insurance))).toEqual([true, true]);
    expect(sees(onlooker('verifier', UNITS.insurance, LEDGER_ID))).toEqual([true, true]);
    expect(sees(onlooker('verifier', UNITS.insurance, OTHER_LEDGER_ID))).toEqual([false, false]);
  });

  it('units that lead or support it, and those above them who answer for them', () => {
    expect(sees(onlooker('reporter', UNITS.finance))).toEqual([true, true]);
    expect(sees(onlooker('reporter', UNITS.insurance))).toEqual([false, false]);
    expect(sees(onlooker('leader', UNITS.office))).toEqual([true, true]);
    expect(sees(onlooker('leader', UNITS.office), TASK, NOBODY_BELOW)).toEqual([false, false]);
    expect(sees(onlooker('reporter', UNITS.office))).toEqual([false, false]);
  });

  it('nobody of those who set up the system', () => {
    expect(sees(onlooker('system-administrator', UNITS.office))).toEqual([false, false]);
  });

  it('in a practice ledger only its own posts', () => {
    expect(sees(onlooker('verifier', UNITS.office), PRACTICE)).toEqual([false, false]);
    expect(sees(onlooker('reporter', UNITS.health), PRACTICE)).toEqual([false, false]);
    expect(sees(onlooker('verifier', UNITS.office, OTHER_LEDGER_ID), PRACTICE)).toEqual([true, true]);
  });

  it('of a ledger as such, whoever sees it as a whole', () => {
    expect(onlooker('supervision-clerk', UNITS.office).seesLedger(TASK)).toBe(true);
    expect(onlooker('reporter', UNITS.health).seesLedger(TASK)).toBe(false);
    expect(onlooker('supervision-clerk', UNITS.office).seesLedger(PRACTICE)).toBe(false);
  });
});

describe('whom an entry of the inbox is for', () => {
  const entry = (role: Role, unitId: string | null) => ({ role, unitId, ledgerId: LEDGER_ID, practice: false });

  it('the role in the ledger, or in the unit', () => {
    expect(onlooker('verifier', UNITS.office).isAddressed(entry('verifier', null), BELOW)).toBe(true);
    expect(onlooker('closer', UNITS.office).isAddressed(entry('verifier', null), BELOW)).toBe(false);
    expect(onlooker('reporter', UNITS.health).isAddressed(entry('reporter', UNITS.health), BELOW)).toBe(true);
    expect(onlooker('reporter', UNITS.finance).isAddressed(entry('reporter', UNITS.health), BELOW)).toBe(false);
    expect(onlooker('verifier', UNITS.office, OTHER_LEDGER_ID).isAddressed(entry('verifier', null), BELOW)).toBe(false);
  });

  it('a leader also for the units below, a unit’s head not', () => {
    expect(onlooker('leader', UNITS.office).isAddressed(entry('leader', UNITS.health), BELOW)).toBe(true);
    expect(onlooker('unit-head', UNITS.office).isAddressed(entry('unit-head', UNITS.health), BELOW)).toBe(false);
    expect(onlooker('leader', UNITS.office).roots).toContain(UNITS.office);
    expect(onlooker('reporter', UNITS.office).roots).toEqual([]);
  });
});
