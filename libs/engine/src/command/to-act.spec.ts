import { LEDGER_ID, PEOPLE, SOUND, TASK_ID, testId, UNITS } from '../../../domain/testing';
import { chinaCalendar } from '../calendar/china-calendar';
import { calendarIdOf } from '../calendar/calendar-source';
import { CalendarAct, LedgerAct, PostAct, SeriesAct, TaskAct, UnitAct } from './acts';
import { type CheckedCommand, toAct, unitIdFor } from './to-act';

const contextOf = (commandId: string) => ({ actor: PEOPLE.clerk, commandId, correlationId: 'spec', causationId: null });
const [ONE, TWO] = [contextOf(testId(1)), contextOf(testId(2))];

const ledger: CheckedCommand = { type: 'ledger.create', data: { name: '台账' } };
const unit: CheckedCommand = { type: 'unit.create', data: { name: '市医保局', parentId: null } };
const rename: CheckedCommand = { type: 'unit.rename', data: { name: '市医保局', reason: '机构改革' } };
const granted = { accountId: testId(9), unitId: UNITS.health, role: 'reporter', ledgerId: null };
const post: CheckedCommand = { type: 'post.grant', data: granted };
const calendar: CheckedCommand = { type: 'calendar.publish', data: { calendar: chinaCalendar(), reason: '年度安排' } };

describe('toAct', () => {
  it.each([
    [ledger, LedgerAct],
    [{ type: 'task.report', data: SOUND['task.report'] }, TaskAct],
    [rename, UnitAct],
    [{ type: 'post.revoke', data: { reason: '调离' } }, PostAct],
    [{ type: 'number.use', data: { closingNumber: '1', taskId: TASK_ID } }, SeriesAct],
    [calendar, CalendarAct],
  ] as const)('sends $type to its aggregate, under the id that is given', (command, Act) => {
    const act = toAct(command, LEDGER_ID, ONE);
    expect(act).toBeInstanceOf(Act);
    expect(act).toMatchObject({ id: LEDGER_ID, command, context: ONE });
  });

  it('gives a new ledger the id that follows from the command: a retry meets it again', () => {
    expect(toAct(ledger, null, ONE).id).toBe(toAct(ledger, null, ONE).id);
    expect(toAct(ledger, null, ONE).id).not.toBe(toAct(ledger, null, TWO).id);
  });

  it('gives a unit the id of its name under its parent, whoever makes it', () => {
    expect(toAct(unit, null, ONE).id).toBe(toAct(unit, null, TWO).id);
    expect(toAct(unit, null, ONE).id).toBe(unitIdFor('市医保局', null));
    expect(unitIdFor('市医保局', UNITS.health)).not.toBe(unitIdFor('市医保局', null));
  });

  it('gives a post the id of its four parts, whoever grants it', () => {
    const same = toAct(post, null, TWO).id;
    expect(toAct(post, null, ONE).id).toBe(same);
    for (const change of [
      { role: 'unit-head' },
      { unitId: UNITS.finance },
      { ledgerId: LEDGER_ID },
      { accountId: testId(8) },
    ]) {
      expect(toAct({ type: 'post.grant', data: { ...granted, ...change } }, null, ONE).id).not.toBe(same);
    }
  });

  it('gives a calendar the id of its region', () => {
    expect(toAct(calendar, null, ONE).id).toBe(calendarIdOf('CN'));
  });

  it('knows no aggregate for what is no command of one', () => {
    expect(() => toAct({ type: 'document.read', data: {} }, null, ONE)).toThrow('document.read');
  });
});
