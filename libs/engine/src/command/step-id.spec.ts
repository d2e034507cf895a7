import { ACTS, type ActType, type Step } from '#domain';
import { PEOPLE, soundBody, TASK_ID, testId, UNITS } from '../../../domain/testing';
import { calendarIdOf } from '../rules/calendar-source';
import { chinaCalendar } from '../calendar/china-calendar';
import { unitIdFor } from '../units/unit-id';
import { idOfStep } from './step-id';

const [ONE, TWO] = [testId(1), testId(2)].map((commandId) => ({ actor: PEOPLE.clerk, commandId }));

function step(type: ActType, body: object, id: string | null = null): Step {
  const act = ACTS.find((each) => each.type === type);
  if (!act) throw new Error(`no act ${type}`);
  return act.step(id, body);
}
const made = (type: ActType, body: object, context = ONE!): string => idOfStep(step(type, body), context);
const ledger = { name: '医改台账', code: 'YL2021', closingPrefix: '云医改销' };

describe('the id of the aggregate that a command is for', () => {
  it('is the one that is named', () => {
    expect(idOfStep(step('task.report', soundBody('task.report'), TASK_ID), ONE!)).toBe(TASK_ID);
  });

  it('follows from the command for a new ledger: a retry meets it again', () => {
    expect(made('ledger.create', ledger)).toBe(made('ledger.create', ledger));
    expect(made('ledger.create', ledger, TWO)).not.toBe(made('ledger.create', ledger));
  });

  it('is one practice ledger for each person, however often it is asked for', () => {
    expect(made('ledger.open-practice', {}, TWO)).toBe(made('ledger.open-practice', {}));
    expect(made('ledger.open-practice', {}, { actor: PEOPLE.auditor, commandId: testId(1) })).not.toBe(
      made('ledger.open-practice', {}),
    );
  });

  it('follows from a unit’s name under its parent, whoever makes it', () => {
    const unit = { name: '市医保局', parentId: null };
    expect(made('unit.create', unit, TWO)).toBe(made('unit.create', unit));
    expect(made('unit.create', unit)).toBe(unitIdFor('市医保局', null));
    expect(unitIdFor('市医保局', UNITS.health)).not.toBe(unitIdFor('市医保局', null));
  });

  it('follows from the region of a calendar', () => {
    expect(made('calendar.publish', { calendar: chinaCalendar() })).toBe(calendarIdOf('CN'));
  });
});
