import fc from 'fast-check';
import { PEOPLE, Story, taskIn, testId } from '../../testing';
import {
  decideSeries,
  evolveSeries,
  type SeriesEvent,
  seriesCommandSchemas,
  seriesEventSchemas,
  type SeriesFacts,
  type SeriesState,
} from '.';

const FACTS: SeriesFacts = { closingPrefix: '云医改销', task: taskIn('verified').state, practice: false };
const empty = new Story<typeof seriesCommandSchemas, SeriesState, SeriesEvent, SeriesFacts>({
  schemas: seriesCommandSchemas,
  events: seriesEventSchemas,
  decide: decideSeries,
  evolve: evolveSeries,
  facts: FACTS,
  actor: PEOPLE.closer,
});
const TASK = testId(0x401);
const OTHER = testId(0x402);
const reserve = (story: typeof empty, taskId: string, today?: string) =>
  story.when('number.reserve', { taskId, outcome: 'rectified', statement: '同意销号' }, today ? { today } : {});
const reserved = reserve(empty, TASK).next;
const FIRST = { closingNumber: '云医改销〔2025〕1号', taskId: TASK };

describe('reserving a closing number', () => {
  it('gives the next number of the year and keeps what the closer decided', () => {
    reserve(empty, TASK).then([
      {
        type: 'number.reserved',
        data: {
          ...FIRST,
          year: 2025,
          serial: 1,
          closing: { occurredOn: '2025-03-03', outcome: 'rectified', statement: '同意销号' },
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

  it('is refused for what the task itself would refuse, and for an unknown ledger', () => {
    const closed = taskIn('closed').state;
    const wish = { taskId: OTHER, outcome: 'rectified', statement: '同意' } as const;
    empty.when('number.reserve', wish, { facts: { task: closed } }).then('TASK.ALREADY_CLOSED');
    empty.when('number.reserve', wish, { facts: { closingPrefix: null } }).then('LEDGER.UNKNOWN');
  });

  it('is not for one who reported or verified, but in practice', () => {
    const wish = { taskId: TASK, outcome: 'rectified', statement: '同意' } as const;
    for (const by of [PEOPLE.reporter, PEOPLE.verifier]) {
      empty.when('number.reserve', wish, { by }).then('TASK.VERIFIER_CLOSES');
      empty.when('number.reserve', wish, { by, facts: { practice: true } }).then(['number.reserved']);
    }
  });

  it('is not stated for a day to come', () => {
    empty
      .when('number.reserve', { taskId: TASK, outcome: 'continuing', statement: '同意', occurredOn: '2025-03-04' })
      .then('TASK.DAY_IN_FUTURE');
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
          const open = Object.entries(story.state?.open ?? {})[0];
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
        expectSoundSeries(story.history.map(({ type, data }) => ({ type, data })));
      }),
      { numRuns: 200 },
    );
  });

  function expectSoundSeries(events: readonly { readonly type: string; readonly data: unknown }[]): void {
    const last = new Map<number, number>();
    const ended = new Set<string>();
    const given = new Map<string, string>();
    for (const { type, data } of events) {
      const { closingNumber, taskId } = seriesEventSchemas['number.used'].loose().parse(data);
      if (type === 'number.reserved') {
        const { year, serial } = seriesEventSchemas['number.reserved'].parse(data);
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
