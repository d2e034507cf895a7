import fc from 'fast-check';
import { actedBy, NO_FACTS, PEOPLE, Story, testId } from '../../testing';
import { AGGREGATES, closingsBegun, type RecordedOf } from '..';

const { series: aggregate } = AGGREGATES;
const empty = new Story({
  aggregate,
  acts: aggregate.acts,
  facts: { ...NO_FACTS, ledger: { code: 'YG2025', closingPrefix: '云医改销', practiceOf: null } },
  actor: PEOPLE.engine,
});
/** What the closer decided on a day. */
const closingOn = (on: string) => ({
  on,
  by: actedBy(PEOPLE.closer),
  asked: { outcome: 'rectified', statement: '同意销号' } as const,
});
const TASK = testId(0x401);
const OTHER = testId(0x402);
const reserve = (story: typeof empty, taskId: string, today = story.today) =>
  story.when('number.reserve', { taskId, closing: closingOn(today) }, { today });
const reserved = reserve(empty, TASK).next;
const FIRST = { closingNumber: '云医改销〔2025〕1号', taskId: TASK };

describe('whether a task was closed', () => {
  it('is so while a number waits and once one is used, and not for a void one', () => {
    const begun = ({ state }: typeof empty) => state !== null && closingsBegun(state);
    expect(begun(reserved)).toBe(true);
    const voided = reserved.after('number.void', { ...FIRST, reason: '任务已被退回' });
    expect(begun(voided)).toBe(false);
    expect(begun(reserve(voided, OTHER).next)).toBe(true);
    const used = reserved.after('number.use', FIRST);
    expect(begun(used)).toBe(true);
    expect(used.state?.open).toEqual({});
  });
});

describe('reserving a closing number', () => {
  it('gives the next number of the year and keeps what the closer decided', () => {
    reserve(empty, TASK).then([
      {
        type: 'number.reserved',
        data: {
          ...FIRST,
          year: 2025,
          serial: 1,
          closing: closingOn('2025-03-03'),
        },
      },
    ]);
    reserve(reserved, OTHER).then([{ type: 'number.reserved', data: { closingNumber: '云医改销〔2025〕2号' } }]);
  });

  it('begins anew with the year in which the number is given', () => {
    const nextYear = reserve(reserved, OTHER, '2026-01-04');
    nextYear.then([{ type: 'number.reserved', data: { year: 2026, closingNumber: '云医改销〔2026〕1号' } }]);
    reserve(nextYear.next, testId(0x403)).then([{ type: 'number.reserved', data: { serial: 2, year: 2026 } }]);
  });

  it('holds one reservation per task', () => {
    reserve(reserved, TASK).then('TASK.CLOSING_UNDERWAY');
    reserve(reserved.after('number.void', { ...FIRST, reason: '任务已被退回' }), TASK).then([
      { type: 'number.reserved', data: { serial: 2 } },
    ]);
  });

  it('is refused for an unknown ledger', () => {
    const wish = { taskId: OTHER, closing: closingOn('2025-03-03') };
    empty.when('number.reserve', wish, { facts: { ledger: null } }).then('LEDGER.UNKNOWN');
  });

  it('remembers the command that asked for it, and the day of the closing', () => {
    expect(reserved.state?.open).toEqual({
      [FIRST.closingNumber]: {
        taskId: TASK,
        on: '2025-03-03',
        commandId: reserved.history[0]?.metadata.commandId,
      },
    });
  });
});

describe('a reserved number', () => {
  it('is used once, by its task', () => {
    reserved.when('number.use', { ...FIRST, taskId: OTHER }).then('SERIES.NOT_RESERVED');
    const used = reserved.after('number.use', FIRST);
    used.when('number.use', FIRST).then('SERIES.NOT_RESERVED');
    used.when('number.void', { ...FIRST, reason: '误' }).then('SERIES.NOT_RESERVED');
  });

  it('is recorded void with a reason, once', () => {
    reserved.when('number.void', { ...FIRST, reason: ' ' }).thenInvalid('reason');
    const voided = reserved.after('number.void', { ...FIRST, reason: '任务已被退回' });
    voided.when('number.void', { ...FIRST, reason: '再次' }).then('SERIES.NOT_RESERVED');
    voided.when('number.use', FIRST).then('SERIES.NOT_RESERVED');
    empty.when('number.void', { ...FIRST, reason: '无' }).then('SERIES.NOT_RESERVED');
    empty.when('number.use', FIRST).then('SERIES.NOT_RESERVED');
  });

  it('is never given again after it was void', () => {
    const voided = reserved.after('number.void', { ...FIRST, reason: '任务已被退回' });
    reserve(voided, OTHER).then([{ type: 'number.reserved', data: { serial: 2 } }]);
  });
});

describe('any series', () => {
  const anyMove = fc.record({
    act: fc.constantFrom('reserve', 'reserve', 'use', 'void'),
    task: fc.integer({ min: 0, max: 4 }),
    serial: fc.integer({ min: 1, max: 6 }),
    aimed: fc.boolean(),
    days: fc.integer({ min: 0, max: 120 }),
  });

  it('has no gap, no number twice, and one end for each number', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 40 }), (moves) => {
        let story = empty.on('2025-09-01');
        for (const { act, task, serial, aimed, days } of moves) {
          story = story.on(new Date(Date.parse(story.today) + days * 86_400_000).toISOString().slice(0, 10));
          const open = Object.entries(story.state?.open ?? {}).map(
            ([number, { taskId }]) => [number, taskId] as const,
          )[0];
          const [closingNumber, taskId] =
            aimed && open ? open : [`云医改销〔2025〕${String(serial)}号`, testId(0x400 + task)];
          const before = story.state;
          const outcome =
            act === 'reserve'
              ? reserve(story, testId(0x400 + task))
              : act === 'use'
                ? story.when('number.use', { closingNumber, taskId })
                : story.when('number.void', { closingNumber, taskId, reason: '退回' });
          if (outcome.result.kind === 'events') story = outcome.next;
          else expect(outcome.state).toEqual(before);
        }
        expectSoundSeries(story.history);
      }),
      { numRuns: 200 },
    );
  });

  function expectSoundSeries(events: readonly RecordedOf<'series'>[]): void {
    const last = new Map<number, number>();
    const ended = new Set<string>();
    const given = new Map<string, string>();
    for (const { type, data } of events) {
      const { closingNumber, taskId } = data;
      if (type === 'number.reserved') {
        const { year, serial } = data;
        expect(serial).toBe((last.get(year) ?? 0) + 1);
        expect(given.has(closingNumber)).toBe(false);
        last.set(year, serial);
        given.set(closingNumber, taskId);
      } else {
        expect(given.get(closingNumber)).toBe(taskId);
        expect(ended.has(closingNumber)).toBe(false);
        ended.add(closingNumber);
      }
    }
    const open = [...given].filter(([closingNumber]) => !ended.has(closingNumber)).map(([, taskId]) => taskId);
    expect(new Set(open).size).toBe(open.length);
  }
});
