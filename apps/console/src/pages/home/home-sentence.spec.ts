import { type Answer, type HomeRow } from '../../api/answer';
import { aHomeRow } from './home-row.fixture';
import { countsTwice, sentenceOf } from './home-sentence';

type Home = Answer<'/api/home'>;

const tasks = (count: number, isFloor = false) => ({ tasks: count, isFloor });
const said = (late: Home['late'], toDo: Home['toDo'], rows: readonly HomeRow[] = []) => {
  const { late: first, rest } = sentenceOf({ late, toDo, rows: [...rows] });
  return `${first ?? ''}${rest}`;
};
const waited = (workingDays: number) => aHomeRow({ since: { at: '2025-03-03T01:00:00.000Z', workingDays } });

describe('what the home says first', () => {
  it('is how much is late, for how long, and how much waits', () => {
    expect(said({ ...tasks(5), workingDays: 25 }, tasks(12))).toBe('5 项逾期，最久 25 个工作日；12 项待您办理。');
    // The units are late and there is nothing that the reader could do.
    expect(said({ ...tasks(1), workingDays: 1 }, tasks(0))).toBe('1 项逾期，最久 1 个工作日。');
  });

  it('counts no working days on the days off after a limit', () => {
    expect(said({ ...tasks(1), workingDays: 0 }, tasks(3))).toBe('1 项逾期；3 项待您办理。');
  });

  it('tells of 301 tasks to be confirmed although nothing is late (fault 18)', () => {
    expect(said({ ...tasks(0), workingDays: 0 }, tasks(301))).toBe('301 项待您办理，没有逾期。');
    expect(said({ ...tasks(0), workingDays: 0 }, tasks(1_000, true))).toBe('1,000 项以上待您办理，没有逾期。');
  });

  it('does not say that nothing is late above a row that is: an assignment that was to be answered by now', () => {
    const unanswered = aHomeRow({ kind: 'accept', lamp: 'late', remainingWorkingDays: -2 });
    const inTime = aHomeRow({ kind: 'accept', lamp: 'normal', remainingWorkingDays: 2 });
    expect(said({ ...tasks(0), workingDays: 0 }, tasks(2), [unanswered, inTime])).toBe('2 项待您办理。');
    expect(said({ ...tasks(0), workingDays: 0 }, tasks(1), [inTime])).toBe('1 项待您办理，没有逾期。');
  });

  it('is for verifier and closer how long the oldest has waited', () => {
    expect(said(null, tasks(3), [waited(12), waited(2)])).toBe('3 项待您办理，最久已等 12 个工作日。');
    expect(said(null, tasks(1), [waited(0)])).toBe('1 项待您办理。');
  });

  it('says that a task is counted twice only where one is: the rows have it once', () => {
    const waits = [
      { kind: 'decide' as const, ...tasks(2) },
      { kind: 'urge' as const, ...tasks(3) },
    ];
    expect(countsTwice({ waits, total: tasks(4) })).toBe(true);
    expect(countsTwice({ waits, total: tasks(5) })).toBe(false);
  });

  it('says so where nothing waits', () => {
    expect(said(null, tasks(0))).toBe('现在没有待您办理的任务。');
    expect(said({ ...tasks(0), workingDays: 0 }, tasks(0))).toBe('现在没有待您办理的任务，也没有逾期。');
  });
});
