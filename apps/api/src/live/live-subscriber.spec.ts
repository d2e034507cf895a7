import { LEDGER_ID, OTHER_LEDGER_ID, personWith, UNITS } from '../../../../libs/domain/testing';
import { type Role } from '#domain';
import { type MovedTask } from './live-news';
import { LiveSubscriber } from './live-subscriber';

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

const subscriber = (role: Role, unitId: string, ledgerId: string | null = null) =>
  new LiveSubscriber(personWith(0x50, '某人', role, unitId, ledgerId));
const sees = (who: LiveSubscriber, task = TASK, below: ReadonlyMap<string, ReadonlySet<string>> = BELOW) => [
  who.mayRead(task, below),
  who.mayList(task, below),
];

describe('a subscriber hears of', () => {
  it('every task of a ledger that they see as a whole', () => {
    expect(sees(subscriber('verifier', UNITS.insurance))).toEqual([true, true]);
    expect(sees(subscriber('verifier', UNITS.insurance, LEDGER_ID))).toEqual([true, true]);
    expect(sees(subscriber('verifier', UNITS.insurance, OTHER_LEDGER_ID))).toEqual([false, false]);
  });

  it('the tasks of their unit, and a leader those of the units below', () => {
    expect(sees(subscriber('reporter', UNITS.finance))).toEqual([true, true]);
    expect(sees(subscriber('reporter', UNITS.insurance))).toEqual([false, false]);
    expect(sees(subscriber('leader', UNITS.office))).toEqual([true, true]);
    expect(sees(subscriber('leader', UNITS.office), TASK, NOBODY_BELOW)).toEqual([false, false]);
    expect(sees(subscriber('reporter', UNITS.office))).toEqual([false, false]);
  });

  it('no task as a system administrator', () => {
    expect(sees(subscriber('system-administrator', UNITS.office))).toEqual([false, false]);
  });

  it('a practice ledger only with a post for it', () => {
    expect(sees(subscriber('verifier', UNITS.office), PRACTICE)).toEqual([false, false]);
    expect(sees(subscriber('reporter', UNITS.health), PRACTICE)).toEqual([false, false]);
    expect(sees(subscriber('verifier', UNITS.office, OTHER_LEDGER_ID), PRACTICE)).toEqual([true, true]);
  });

  it('a ledger itself only when they see it as a whole', () => {
    expect(subscriber('supervision-clerk', UNITS.office).seesLedger(TASK)).toBe(true);
    expect(subscriber('reporter', UNITS.health).seesLedger(TASK)).toBe(false);
    expect(subscriber('supervision-clerk', UNITS.office).seesLedger(PRACTICE)).toBe(false);
  });
});

describe('an inbox entry is for', () => {
  const entry = (role: Role, unitId: string | null) => ({ role, unitId, ledgerId: LEDGER_ID, practice: false });

  it('the posts with its role in its ledger and, if it names one, in its unit', () => {
    expect(subscriber('verifier', UNITS.office).isAddressed(entry('verifier', null), BELOW)).toBe(true);
    expect(subscriber('closer', UNITS.office).isAddressed(entry('verifier', null), BELOW)).toBe(false);
    expect(subscriber('reporter', UNITS.health).isAddressed(entry('reporter', UNITS.health), BELOW)).toBe(true);
    expect(subscriber('reporter', UNITS.finance).isAddressed(entry('reporter', UNITS.health), BELOW)).toBe(false);
    expect(subscriber('verifier', UNITS.office, OTHER_LEDGER_ID).isAddressed(entry('verifier', null), BELOW)).toBe(
      false,
    );
  });

  it('the leaders above its unit, but not the heads of units above', () => {
    expect(subscriber('leader', UNITS.office).isAddressed(entry('leader', UNITS.health), BELOW)).toBe(true);
    expect(subscriber('unit-head', UNITS.office).isAddressed(entry('unit-head', UNITS.health), BELOW)).toBe(false);
    expect(subscriber('leader', UNITS.office).roots).toContain(UNITS.office);
    expect(subscriber('reporter', UNITS.office).roots).toEqual([]);
  });
});
