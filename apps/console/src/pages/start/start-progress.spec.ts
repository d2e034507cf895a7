import { doneSteps, isDue, readStep, stepToTake } from './start-progress';

const empty = { units: 0, calendarSettled: false, otherAccounts: 0, tasks: 0 };

describe('the first hour', () => {
  test('goes on with what is not there yet', () => {
    expect(stepToTake(doneSteps(empty))).toBe('unit');
    expect(stepToTake(doneSteps({ ...empty, units: 3 }))).toBe('calendar');
    expect(stepToTake(doneSteps({ ...empty, units: 3, calendarSettled: true }))).toBe('people');
    expect(stepToTake(doneSteps({ units: 3, calendarSettled: true, otherAccounts: 2, tasks: 0 }))).toBe('document');
    expect(stepToTake(doneSteps({ units: 3, calendarSettled: true, otherAccounts: 2, tasks: 9 }))).toBe('document');
  });

  test('a step that was done elsewhere is done', () => {
    expect([...doneSteps({ ...empty, otherAccounts: 1, tasks: 4 })]).toEqual(['people', 'document']);
  });

  test('shows itself until there is an office with people', () => {
    expect(isDue(empty)).toBe(true);
    expect(isDue({ ...empty, units: 2 })).toBe(true);
    expect(isDue({ units: 2, otherAccounts: 1 })).toBe(false);
  });

  test('an address names a step or nothing', () => {
    expect(readStep('people')).toBe('people');
    expect(readStep('else')).toBeNull();
    expect(readStep(null)).toBeNull();
  });
});
