import { dayInShanghai, epochMillis, shanghaiInstant, type Day } from '../src/calendar';
import { CHINA } from '../src/calendar/testing/china-years';
import {
  rungsThatShouldHaveGoneOut,
  type NaiveEvent,
  type NaiveLane,
  type NaiveLimit,
  type NaiveRung,
  type NaiveTerms,
  type Sleep,
} from './naive-rungs';

/** Holidays of 2025 used here: 1 to 5 May, 31 May to 2 June; Sunday 27 April works. 3 June is a Tuesday. */
const YEAR = '2025-';
const A: NaiveLane = { unitId: 'A', role: 'lead' };
const B: NaiveLane = { unitId: 'B', role: 'lead' };
const S: NaiveLane = { unitId: 'S', role: 'support' };
const FAR = dated('L9', '12-31');

describe('the naive reading of which rungs should have gone out', () => {
  it('climbs the whole ladder of a lead that does nothing', () => {
    const rungs = rungsOf([...underWay([A], dated('L1', '06-30'))], '07-21');
    expect(rungs.map(line)).toEqual([
      '06-19 08:50 A L1 remind-7',
      '06-25 08:50 A L1 remind-3',
      '06-30 08:50 A L1 due',
      '07-01 08:50 A L1 urge-1',
      '07-07 08:50 A L1 escalate-5',
      '07-14 08:50 A L1 propose-10',
      '07-21 08:50 A L1 notice-15',
    ]);
    expect(rungs.map(({ told }) => told.join(' '))).toEqual([
      'handler',
      'handler',
      'handler unit-head',
      'handler unit-head leader',
      'unit-head leader office',
      'leader',
      'unit-head leader office',
    ]);
  });

  it('counts back from the last working day before a due day that is off, and forward from the day itself', () => {
    const history = [
      drafted('04-15 10:00', dated('L1', '05-03')),
      assigned('04-15 10:00', [A]),
      accepted('04-15 15:00', 'A'),
    ];
    expect(linesOf(history, '05-12')).toEqual([
      '04-22 08:50 A L1 remind-7',
      '04-27 08:50 A L1 remind-3',
      '04-30 08:50 A L1 due',
      '05-06 08:50 A L1 urge-1',
      '05-12 08:50 A L1 escalate-5',
    ]);
  });

  it.each([
    ['after 08:50', '06-12 10:00', []],
    ['before 08:50', '06-12 08:00', ['06-12 08:50 A L1 due']],
  ])('starts on the day of an assignment that came late, %s', (_, time, due) => {
    const history = [drafted(time, dated('L1', '06-10')), assigned(time, [A]), accepted(time, 'A')];
    expect(linesOf(history, '06-19')).toEqual([...due, '06-13 08:50 A L1 urge-1', '06-19 08:50 A L1 escalate-5']);
    expect(rungsOf(history, '06-19').every((rung) => rung.due === '2025-06-10')).toBe(true);
  });

  it('starts on the day of a return that came after the due day', () => {
    const history = [
      ...underWay([A], dated('L1', '06-10')),
      claimed('06-09 10:00', 'A', 'L1'),
      returned('06-20 15:00', 'A', 'L1', '06-10'),
    ];
    expect(linesOf(history, '06-27')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-23 08:50 A L1 urge-1',
      '06-27 08:50 A L1 escalate-5',
    ]);
  });

  it('climbs to the new day that a return gave', () => {
    const history = [
      ...underWay([A], dated('L1', '06-10')),
      claimed('06-09 10:00', 'A', 'L1'),
      returned('06-20 15:00', 'A', 'L1', '07-04'),
      moved('06-20 15:00', 'L1', { due: on('07-04'), recurrence: null, dueOn: null }),
    ];
    expect(linesOf(history, '07-04')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-25 08:50 A L1 remind-7',
      '07-01 08:50 A L1 remind-3',
      '07-04 08:50 A L1 due',
    ]);
  });

  it('leaves alone a lead that declined, goes on with the other and runs the clock of the office', () => {
    const history = [
      drafted('06-03 10:00', dated('L1', '06-13')),
      assigned('06-03 10:00', [A, B]),
      accepted('06-03 15:00', 'B'),
      event('06-04 10:00', { type: 'lane.declined', data: { lane: 'A' } }),
    ];
    expect(linesOf(history, '06-13')).toEqual([
      '06-04 08:50 A L1 remind-7',
      '06-04 08:50 B L1 remind-7',
      '06-09 08:50 (reassign) due',
      '06-10 08:50 B L1 remind-3',
      '06-10 08:50 (reassign) urge-1',
      '06-13 08:50 B L1 due',
    ]);
  });

  it('ends the rungs of the one lead that asks for closure, without a check before the other asks too', () => {
    const history = [...underWay([A, B], dated('L1', '06-13')), claimed('06-11 10:00', 'A', 'L1')];
    expect(linesOf(history, '06-17')).toEqual([
      '06-04 08:50 A L1 remind-7',
      '06-04 08:50 B L1 remind-7',
      '06-10 08:50 A L1 remind-3',
      '06-10 08:50 B L1 remind-3',
      '06-13 08:50 B L1 due',
      '06-16 08:50 B L1 urge-1',
    ]);
  });

  it('runs the clock of the answer until it comes, and never escalates a supporting unit', () => {
    const history = [
      drafted('06-03 10:00', FAR),
      assigned('06-03 10:00', [A, S], '06-05'),
      accepted('06-13 10:00', 'A'),
    ];
    const rungs = rungsOf(history, '06-30');
    expect(rungs.map(line)).toEqual([
      '06-05 08:50 A due',
      '06-05 08:50 S due',
      '06-06 08:50 A urge-1',
      '06-06 08:50 S urge-1',
      '06-12 08:50 A escalate-5',
    ]);
    expect(rungs.filter(({ lane }) => lane === 'S').map(({ told }) => told.join(' '))).toEqual([
      'handler unit-head',
      'handler unit-head lead-handler',
    ]);
  });

  it('gives three working days for the answer when the assignment names no day', () => {
    const history = [drafted('06-03 10:00', FAR), assigned('06-03 10:00', [A])];
    expect(linesOf(history, '06-09')).toEqual(['06-06 08:50 A due', '06-09 08:50 A urge-1']);
  });

  it('sends nothing while the task is suspended and climbs to the day that the suspension moved', () => {
    const history = [
      ...underWay([A], dated('L1', '06-10')),
      event('06-06 10:00', { type: 'task.suspended', data: { on: on('06-06') } }),
      event('06-16 10:00', { type: 'task.resumed', data: { on: on('06-16') } }),
      moved('06-16 10:00', 'L1', { due: on('06-20'), recurrence: null, dueOn: null }),
    ];
    expect(linesOf(history, '06-23')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-17 08:50 A L1 remind-3',
      '06-20 08:50 A L1 due',
      '06-23 08:50 A L1 urge-1',
    ]);
  });

  it('holds the rungs after the day while a timely request for more time waits, and counts on from its refusal', () => {
    const history = [...underWay([A], dated('L1', '06-10')), asked('06-10 23:59'), refused('06-17 14:00')];
    expect(linesOf(history, '06-24')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-10 08:50 A L1 due',
      '06-17 08:50 (decide P1) due',
      '06-18 08:50 A L1 urge-1',
      '06-24 08:50 A L1 escalate-5',
    ]);
  });

  it('holds nothing for a request that came after the day', () => {
    const history = [...underWay([A], dated('L1', '06-10')), asked('06-11 00:00'), refused('06-16 14:00')];
    expect(linesOf(history, '06-17')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-10 08:50 A L1 due',
      '06-11 08:50 A L1 urge-1',
      '06-17 08:50 A L1 escalate-5',
    ]);
  });

  it('takes each period by itself: one reported early is done, the one before it is still owed', () => {
    const history = [
      drafted('03-03 10:00', monthly(null)),
      assigned('03-03 10:00', [A]),
      accepted('03-03 15:00', 'A'),
      reported('03-10 10:00', 'A', 'L1', '2025-04'),
      reported('04-02 10:00', 'A', 'L1', '2025-03'),
    ];
    expect(linesOf(history, '06-03')).toEqual([
      '03-20 08:50 A L1 2025-03 remind-7',
      '03-26 08:50 A L1 2025-03 remind-3',
      '03-31 08:50 A L1 2025-03 due',
      '04-01 08:50 A L1 2025-03 urge-1',
      '05-21 08:50 A L1 2025-05 remind-7',
      '05-27 08:50 A L1 2025-05 remind-3',
      '05-30 08:50 A L1 2025-05 due',
      '06-03 08:50 A L1 2025-05 urge-1',
    ]);
  });

  it.each([
    ['of its own', [monthly('05-20')]],
    ['of the last dated limit', [monthly(null), { ...dated('L2', '05-20'), owedBy: ['nobody'] }]],
  ])('cuts the last period off at the end %s', (_, limits) => {
    const history = [
      ...limits.map((limit) => added('05-06 10:00', limit, 'owedBy' in limit ? limit.owedBy : [])),
      assigned('05-06 10:00', [A]),
      accepted('05-06 15:00', 'A'),
    ];
    expect(linesOf(history, '05-22')).toEqual([
      '05-09 08:50 A L1 2025-05 remind-7',
      '05-15 08:50 A L1 2025-05 remind-3',
      '05-20 08:50 A L1 2025-05 due',
      '05-21 08:50 A L1 2025-05 urge-1',
    ]);
  });

  it('skips the period that was due before the assignment, and reminds of none that has not begun', () => {
    const history = [
      drafted('05-12 10:00', { ...monthly(null), dueOn: { month: 1, day: 10 } }),
      assigned('05-12 10:00', [A]),
      accepted('05-12 15:00', 'A'),
    ];
    expect(linesOf(history, '06-10')).toEqual(['06-05 08:50 A L1 2025-06 remind-3', '06-10 08:50 A L1 2025-06 due']);
  });

  it('sends only the last rung that fell into a sleep, when the sleep ends', () => {
    const sleep = { from: time('06-30 00:00'), to: time('07-07 12:00') };
    expect(linesOf(underWay([A], dated('L1', '06-30')), '07-14', [sleep])).toEqual([
      '06-19 08:50 A L1 remind-7',
      '06-25 08:50 A L1 remind-3',
      '07-07 12:00 A L1 escalate-5',
      '07-14 08:50 A L1 propose-10',
    ]);
  });

  it('sends nothing after a sleep for what was reported meanwhile', () => {
    const sleep = { from: time('06-30 00:00'), to: time('07-07 12:00') };
    const history = [...underWay([A], dated('L1', '06-30'), FAR), reported('07-07 10:00', 'A', 'L1', null)];
    expect(linesOf(history, '07-14', [sleep])).toEqual(['06-19 08:50 A L1 remind-7', '06-25 08:50 A L1 remind-3']);
  });

  it('starts the clock again at a withdrawal without sending twice what went out before', () => {
    const history = [
      ...underWay([A], dated('L1', '06-10')),
      { ...claimed('06-12 10:00', 'A', 'L1'), commandId: 'the claim' },
      event('06-16 10:00', { type: 'task.withdrawn', data: { commandId: 'the claim' } }),
    ];
    expect(linesOf(history, '06-23')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-10 08:50 A L1 due',
      '06-11 08:50 A L1 urge-1',
      '06-23 08:50 A L1 escalate-5',
    ]);
  });

  it('runs the clocks of the checker and the closer', () => {
    const history = [
      ...underWay([A], dated('L1', '06-30')),
      claimed('06-09 10:00', 'A', 'L1'),
      event('07-08 10:00', { type: 'check.passed', data: {} }),
      event('07-15 14:00', { type: 'task.closed', data: {} }),
    ];
    const rungs = rungsOf(history, '07-31');
    expect(rungs.map(line)).toEqual([
      '06-23 08:50 (check) due',
      '06-24 08:50 (check) urge-1',
      '06-30 08:50 (check) escalate-5',
      '07-07 08:50 (check) notice-10',
      '07-15 08:50 (close) due',
    ]);
    expect(rungs.map(({ told }) => told.join(' '))).toEqual([
      'holder',
      'holder holder-head',
      'holder-head leader',
      'holder-head leader',
      'holder',
    ]);
  });

  it('runs the clock of the office from hanging to assigning', () => {
    const history = [drafted('06-03 10:00', FAR), event('06-03 10:00', { type: 'task.hung', data: {} })];
    const rungs = ['06-10 08:50 (assign) due', '06-11 08:50 (assign) urge-1'];
    expect(linesOf(history, '06-12')).toEqual(rungs);
    const later = [assigned('06-12 10:00', [A]), accepted('06-12 11:00', 'A')];
    expect(linesOf([...history, ...later], '07-31')).toEqual(rungs);
  });

  it('has a task without a date reviewed three months after the last report', () => {
    const history = [...underWay([A]), reported('08-20 10:00', 'A', 'L1', null)];
    expect(linesOf(history, '11-21')).toEqual(['11-20 08:50 (review) due', '11-21 08:50 (review) urge-1']);
  });

  it('climbs anew after a move of the day and ends with its removal', () => {
    const history = [
      ...underWay([A], dated('L1', '06-10')),
      moved('06-18 10:00', 'L1', { due: on('06-20'), recurrence: null, dueOn: null }),
      moved('06-24 10:00', 'L1', { due: null, recurrence: null, dueOn: null }),
    ];
    expect(linesOf(history, '07-31')).toEqual([
      '06-05 08:50 A L1 remind-3',
      '06-10 08:50 A L1 due',
      '06-11 08:50 A L1 urge-1',
      '06-17 08:50 A L1 escalate-5',
      '06-20 08:50 A L1 due',
      '06-23 08:50 A L1 urge-1',
    ]);
  });

  it('asks of a supporting unit what names it, and of the lead what names nobody', () => {
    const history = [...underWay([A, S], dated('L1', '06-12')), added('06-03 16:00', dated('L2', '06-10'), ['S'])];
    expect(linesOf(history, '06-30').filter((text) => text.includes('L2'))).toEqual([
      '06-05 08:50 S L2 remind-3',
      '06-10 08:50 S L2 due',
      '06-11 08:50 S L2 urge-1',
    ]);
    expect(linesOf(history, '06-16').filter((text) => text.includes('L1'))).toEqual([
      '06-09 08:50 A L1 remind-3',
      '06-12 08:50 A L1 due',
      '06-13 08:50 A L1 urge-1',
    ]);
  });

  it('takes no notice of rungs that are recorded as fired', () => {
    const history = underWay([A], dated('L1', '06-30'));
    const fired = event('06-19 08:50', { type: 'rung.fired', data: {} });
    expect(linesOf([...history, fired], '07-21')).toEqual(linesOf(history, '07-21'));
  });
});

function linesOf(history: readonly NaiveEvent[], until: string, asleep: readonly Sleep[] = []): string[] {
  return rungsOf(history, until, asleep).map(line);
}

function rungsOf(history: readonly NaiveEvent[], until: string, asleep: readonly Sleep[] = []): readonly NaiveRung[] {
  return rungsThatShouldHaveGoneOut(history, time(`${until} 23:59`), CHINA, asleep);
}

/** `06-10 08:50 A L1 due`, with a holder in brackets. */
function line({ at, lane, holder, limitId, period, rungId }: NaiveRung): string {
  const clock = new Date(epochMillis(at) + 8 * 3_600_000).toISOString().slice(11, 16);
  const who = holder === null ? lane : `(${holder.replace(/^reassign .*/u, 'reassign')})`;
  const words = [dayInShanghai(at).slice(5), clock, who, limitId, period, rungId];
  return words.filter((word) => word !== null).join(' ');
}

/** Month and day of 2025. */
function on(day: string): Day {
  return `${YEAR}${day}`;
}

/** `06-03 10:00` of 2025 in Shanghai. */
function time(text: string): string {
  return shanghaiInstant(on(text.slice(0, 5)), text.slice(6));
}

type Said = NaiveEvent extends infer Each ? (Each extends NaiveEvent ? Pick<Each, 'type' | 'data'> : never) : never;

let commands = 0;

function event(at: string, said: Said): NaiveEvent {
  commands += 1;
  return { ...said, recordedAt: time(at), commandId: `command ${String(commands)}` };
}

/** Assigned on 3 June and accepted on the same day. */
function underWay(lanes: readonly NaiveLane[], ...limits: readonly NaiveLimit[]): NaiveEvent[] {
  return [
    drafted('06-03 10:00', ...limits),
    assigned('06-03 10:00', lanes),
    ...lanes.map(({ unitId }) => accepted('06-03 15:00', unitId)),
  ];
}

function dated(limitId: string, due: string): NaiveLimit {
  return { limitId, due: on(due), recurrence: null, dueOn: null };
}

function monthly(end: string | null): NaiveLimit {
  return { limitId: 'L1', due: end === null ? null : on(end), recurrence: 'monthly', dueOn: null };
}

function drafted(at: string, ...limits: readonly NaiveLimit[]): NaiveEvent {
  return event(at, { type: 'task.drafted', data: { content: { limits } } });
}

function assigned(at: string, lanes: readonly NaiveLane[], replyBy: string | null = null): NaiveEvent {
  return event(at, { type: 'task.assigned', data: { lanes, replyBy: replyBy === null ? null : on(replyBy) } });
}

function accepted(at: string, lane: string): NaiveEvent {
  return event(at, { type: 'lane.accepted', data: { lane } });
}

function reported(at: string, lane: string, limitId: string, period: string | null): NaiveEvent {
  return event(at, { type: 'lane.reported', data: { lane, done: [{ limitId, period }] } });
}

function claimed(at: string, lane: string, limitId: string): NaiveEvent {
  return event(at, { type: 'lane.claimed', data: { lane, claimed: [{ lane, limitId, period: null }] } });
}

function returned(at: string, lane: string, limitId: string, due: string): NaiveEvent {
  const open = [{ obligation: { lane, limitId, period: null }, due: on(due) }];
  return event(at, { type: 'check.returned', data: { to: [lane], open } });
}

function added(at: string, limit: NaiveLimit, owedBy: readonly string[]): NaiveEvent {
  return event(at, { type: 'limit.added', data: { limit, owedBy } });
}

function moved(at: string, limitId: string, to: NaiveTerms): NaiveEvent {
  return event(at, { type: 'limit.moved', data: { limitId, period: null, to, kind: 'set' } });
}

function asked(at: string): NaiveEvent {
  const data = { limitId: 'L1', period: null };
  return { ...event(at, { type: 'proposal.made', data: { proposalId: 'P1', act: 'task.extend', data } }), unitId: 'A' };
}

function refused(at: string): NaiveEvent {
  return event(at, { type: 'proposal.decided', data: { proposalId: 'P1', result: 'refused' } });
}
