import { type Answer, type HomeRow } from '../../api/answer';
import { aHomeRow } from './home-row.fixture';
import { countsTwice, sentenceOf } from './home-sentence';

type Home = Answer<'/api/home'>;

const tasks = (count: number, isFloor = false) => ({ tasks: count, isFloor });
const lateOf = (count: number, workingDays: number, resting = 0) => ({ ...tasks(count), workingDays, resting });
const NONE_LATE = lateOf(0, 0);

/** Everything listed asks for an act, and no day of the reader's own is over, unless the case says otherwise. */
function said(
  late: Home['late'],
  toDo: Home['toDo'],
  { rows = [], total = toDo, overClock = 0 }: { rows?: HomeRow[]; total?: Home['total']; overClock?: number } = {},
): string {
  const { late: first, rest } = sentenceOf({ late, toDo, total, overClock, rows });
  return `${first ?? ''}${rest}`;
}
const waited = (workingDays: number) => aHomeRow({ since: { at: '2025-03-03T01:00:00.000Z', workingDays } });

describe('what the home says first', () => {
  it('is how much is late, for how long, and how much waits', () => {
    expect(said(lateOf(5, 25), tasks(12))).toBe('5 项逾期，最久 25 个工作日；12 项待您办理。');
    // The units are late and there is nothing that the reader could do.
    expect(said(lateOf(1, 1, 1), tasks(0))).toBe('1 项逾期，最久 1 个工作日，现在没有待您办理的任务。');
  });

  it('says of what is late, and of what is listed, how much asks for no act of the reader', () => {
    expect(said(lateOf(5, 29, 1), tasks(8))).toBe(
      '5 项逾期，最久 29 个工作日，其中 1 项现在不用您办理；8 项待您办理。',
    );
    expect(said(NONE_LATE, tasks(10), { total: tasks(13) })).toBe('10 项待您办理，另列 3 项现在不用您办理，没有逾期。');
  });

  it('counts no working days on the days off after a limit', () => {
    expect(said(lateOf(1, 0), tasks(3))).toBe('1 项逾期；3 项待您办理。');
  });

  it('tells of 301 tasks to be confirmed although nothing is late (fault 18)', () => {
    expect(said(NONE_LATE, tasks(301))).toBe('301 项待您办理，没有逾期。');
    expect(said(NONE_LATE, tasks(1_000, true))).toBe('1,000 项以上待您办理，没有逾期。');
  });

  it('counts the rows in which the day for the reader’s own act is over, and does not say that nothing is late above them', () => {
    expect(said(NONE_LATE, tasks(10), { overClock: 2 })).toBe('10 项待您办理，其中 2 项已过办理期限。');
    expect(said(lateOf(2, 4), tasks(7), { overClock: 1 })).toBe(
      '2 项逾期，最久 4 个工作日；7 项待您办理，其中 1 项已过办理期限。',
    );
  });

  it('is for verifier and closer how long the oldest has waited', () => {
    expect(said(null, tasks(3), { rows: [waited(12), waited(2)] })).toBe('3 项待您办理，最久已等 12 个工作日。');
    expect(said(null, tasks(1), { rows: [waited(0)] })).toBe('1 项待您办理。');
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
    expect(said(NONE_LATE, tasks(0))).toBe('现在没有待您办理的任务，也没有逾期。');
  });
});
