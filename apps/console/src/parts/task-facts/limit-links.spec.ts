import { aLimit } from './limit.fixture';
import { limitLinks, periodLinks } from './limit-links';

const since = (day: string) => `${day}T02:00:00.000Z`;
const terms = (due: string | null) => ({ due, recurrence: null, dueOn: null });
const set = { kind: 'set', period: null, ...terms('2026-11-30'), since: since('2026-01-05'), reason: '', people: null };
const suspension = { kind: 'suspension', reason: '等待省级系统上线', people: null };

describe('the days of a limit', () => {
  it('begin with the first one, and say by how many days a suspension moved it', () => {
    const chain = [set, { ...suspension, period: null, ...terms('2026-12-06'), since: since('2026-11-29') }];
    expect(limitLinks({ chain })).toEqual([
      { key: since('2026-01-05'), day: '2026-11-30', note: '', counts: false },
      { key: since('2026-11-29'), day: '2026-12-06', note: '缓办顺延 6 天', counts: true },
    ]);
  });

  it('say of another move when, of what kind and why', () => {
    const moved = {
      kind: 'correction',
      period: null,
      ...terms('2026-12-20'),
      since: since('2026-10-01'),
      reason: '笔误',
      people: null,
    };
    const [, link] = limitLinks({ chain: [set, moved] });
    expect(link).toMatchObject({ day: '2026-12-20', note: '2026-10-01 更正，理由：笔误' });
    const people = { askedBy: '甲', approvedBy: '乙', askedFor: null };
    const [, approved] = limitLinks({ chain: [set, { ...moved, people }] });
    const askedFor = { unitId: '1', name: '市财政局' };
    const [, recorded] = limitLinks({ chain: [set, { ...moved, people: { ...people, askedFor } }] });
    expect(recorded?.note).toContain('市财政局（甲代录）申请、乙批准');
    const [, alone] = limitLinks({ chain: [set, { ...moved, people: { ...people, approvedBy: null } }] });
    expect(alone?.note).toBe('2026-10-01 更正，理由：笔误，甲一人办理，按办理规则不需审批');
    expect(approved?.note).toBe('2026-10-01 更正，理由：笔误，甲申请、乙批准');
  });

  it('count a suspension from the day before it', () => {
    const chain = [
      set,
      { ...suspension, period: null, ...terms('2026-12-06'), since: since('2026-11-29') },
      { ...suspension, period: null, ...terms('2026-12-16'), since: since('2026-12-01') },
    ];
    expect(limitLinks({ chain }).map(({ note }) => note)).toEqual(['', '缓办顺延 6 天', '缓办顺延 10 天']);
  });
});

describe('the days of the periods of a recurring limit', () => {
  const monthly = { ...aLimit('L1', '按月报送'), due: null, recurrence: 'monthly' as const };
  const moved = { ...suspension, ...terms('2026-12-06'), since: since('2026-11-29') };

  it('begin with the day that the rhythm gives the period', () => {
    expect(periodLinks({ ...monthly, chain: [{ ...moved, period: '2026-11' }] })).toEqual([
      {
        period: '2026-11',
        links: [
          { key: 'first', day: '2026-11-30', note: '', counts: false },
          { key: since('2026-11-29'), day: '2026-12-06', note: '缓办顺延 6 天', counts: true },
        ],
      },
    ]);
  });

  it('are told of the periods that are owed where the whole limit was suspended', () => {
    const suspended = { ...moved, period: null, ...terms(null), recurrence: 'monthly' as const };
    const openPeriods = [
      { period: '2026-10', due: '2026-10-31' },
      { period: '2026-11', due: '2026-12-06' },
    ];
    const [only, ...others] = periodLinks({ ...monthly, openPeriods, chain: [suspended] });
    expect(others).toEqual([]);
    expect(only?.period).toBe('2026-11');
    expect(only?.links.map(({ day, note }) => [day, note])).toEqual([
      ['2026-11-30', ''],
      ['2026-12-06', '缓办顺延 6 天'],
    ]);
  });

  it('leave out a first day that the rhythm of today does not give', () => {
    const [only] = periodLinks({ ...monthly, chain: [{ ...moved, period: '2026-Q4' }] });
    expect(only?.links).toEqual([
      { key: since('2026-11-29'), day: '2026-12-06', note: '2026-11-29 缓办，理由：等待省级系统上线', counts: true },
    ]);
  });
});
