import { MOST_CHILDREN } from '#domain';
import { aLimit } from '../../parts/task-facts/limit.fixture';
import { earliestDue } from './earliest-due';
import {
  isPeriodPast,
  MANY_CHILDREN,
  NO_VALUES,
  overrunBy,
  ownFault,
  pastHandedDown,
  rowsFault,
  rowsOf,
  ruleValues,
  splitBody,
  splitConfirmation,
  type SplitValues,
} from './split-rows';
import { shownTarget, targetSums } from './split-targets';

const task = {
  title: '推进签约服务',
  limits: [],
  indicators: [
    {
      indicatorId: 'I1',
      name: '新增床位',
      op: '>=' as const,
      value: 100,
      max: null,
      unit: '张',
      approximate: false,
      sourceText: '',
      span: null,
      reading: { value: 10, readOn: '2021-06-30' },
    },
  ],
};
const bodyOf = (asked: SplitValues) => splitBody(asked, task, '2021-03-01');
const values = (change: Partial<SplitValues>): SplitValues => ({ ...NO_VALUES, ...change });

describe('how children add up', () => {
  const usual = () => 'sum' as const;

  it('is as usual at the first split', () => {
    expect(ruleValues({ ...task, children: null }, usual)).toEqual({ progress: 'average', indicators: { I1: 'sum' } });
  });

  it('is begun with as the split before stated it, since it holds for all children', () => {
    const children = (indicators: readonly { indicatorId: string; rule: 'all' }[]) => ({
      rule: { progress: 'all' as const, indicators: [...indicators] },
      tasks: [],
      progress: null,
      indicators: [],
    });
    const stated = children([{ indicatorId: 'I1', rule: 'all' }]);
    expect(ruleValues({ ...task, children: stated }, usual)).toEqual({ progress: 'all', indicators: { I1: 'all' } });
    expect(ruleValues({ ...task, children: children([]) }, usual).indicators).toEqual({ I1: 'none' });
  });
});

describe('the children that the form asks for', () => {
  it('by units are one for each, with what the parent has', () => {
    const asked = values({ units: ['a', 'b'], listName: ' 各县区 ', requirements: '按月报送' });
    expect(bodyOf(asked)).toEqual({
      by: 'units',
      children: [
        { leadUnitIds: ['a'], supportUnitIds: [] },
        { leadUnitIds: ['b'], supportUnitIds: [] },
      ],
      rule: { progress: 'average', indicators: [] },
      listName: '各县区',
      requirements: '按月报送',
      replyBy: null,
      pastDays: [],
    });
  });

  it('by periods are those from the first day to the last, each due on its last day', () => {
    const asked = values({ by: 'periods', from: '2021-02-10', to: '2021-10-01', leads: ['a'] });
    expect(rowsOf(asked, task).map(({ title, due, leads }) => [title, due, leads])).toEqual([
      ['推进签约服务（2021年第1季度）', '2021-03-31', ['a']],
      ['推进签约服务（2021年第2季度）', '2021-06-30', ['a']],
      ['推进签约服务（2021年第3季度）', '2021-09-30', ['a']],
      ['推进签约服务（2021年第4季度）', '2021-12-31', ['a']],
    ]);
    expect(bodyOf(asked).children[0]).toMatchObject({
      title: '推进签约服务（2021年第1季度）',
      limits: [{ limitId: 'L1', due: '2021-03-31', what: '推进签约服务（2021年第1季度）' }],
    });
    expect(bodyOf(asked).listName).toBe('');
  });

  it('by measures are the lines that say something, each once', () => {
    const asked = values({ by: 'measures', measures: ' 制定清单\n\n培训骨干\n制定清单', leads: ['a'] });
    expect(rowsOf(asked, task).map(({ title }) => title)).toEqual(['制定清单', '培训骨干']);
  });

  it('have units, a day and targets of their own where these are given', () => {
    const own = { 培训骨干: { leads: ['b'], due: '2021-08-31', targets: { I1: 30 } } };
    const asked = values({ by: 'measures', measures: '制定清单\n培训骨干', leads: ['a'], own });
    const [plain, special] = bodyOf(asked).children;
    expect(plain).toEqual({ leadUnitIds: ['a'], supportUnitIds: [], title: '制定清单' });
    expect(special).toMatchObject({
      leadUnitIds: ['b'],
      limits: [{ due: '2021-08-31', what: '培训骨干' }],
      indicators: [{ indicatorId: 'I1', value: 30 }],
    });
    expect(special?.indicators?.[0]).not.toHaveProperty('reading');
  });

  it('are added up by the rules that are chosen', () => {
    const asked = values({ units: ['a'], progress: 'all', indicators: { I1: 'sum', I2: 'none' } });
    expect(bodyOf(asked).rule).toEqual({
      progress: 'all',
      indicators: [{ indicatorId: 'I1', rule: 'sum' }],
    });
  });

  it('are at least one, at most as many as there are numbers, and each has a unit', () => {
    expect(rowsFault(rowsOf(values({}), task))).toContain('至少分解为一项');
    const many = values({ units: Array.from({ length: MOST_CHILDREN + 1 }, (_, index) => `unit ${index}`) });
    expect(rowsFault(rowsOf(many, task))).toContain('最多分解为 99 项');
    expect(rowsFault(rowsOf(values({ by: 'measures', measures: '制定清单' }), task))).toContain('承办单位');
    expect(rowsFault(rowsOf(values({ units: ['a'] }), task))).toBeNull();
  });

  it('are not sent with a target below zero, a text that is no number, or a day gone by', () => {
    const fault = (own: SplitValues['own'][string]) =>
      ownFault(values({ units: ['a'], own: { a: own, b: { targets: { I1: -1 } } } }), task, '2021-09-15');
    expect([fault({}), fault({ targets: { I1: 30 }, due: '2021-12-31' }), fault({ targets: { I1: null } })]).toEqual([
      null,
      null,
      null,
    ]);
    for (const own of [{ targets: { I1: -5 } }, { targets: { I1: NaN } }, { due: '2021-09-14' }, { due: '月底' }]) {
      expect(fault(own)).toContain('请按提示改正');
    }
  });

  it('are asked back where they are many, and go at once where they are few', () => {
    const units = Array.from({ length: MANY_CHILDREN }, (_, index) => `unit ${index}`);
    expect(splitConfirmation(rowsOf(values({ units }), task))?.text).toContain(
      `将建立 ${MANY_CHILDREN} 项子任务，分别编号并交办给 ${MANY_CHILDREN} 个单位`,
    );
    expect(splitConfirmation(rowsOf(values({ units: units.slice(1) }), task))).toBeNull();
  });

  it('by periods without end are not counted out', () => {
    const endless = values({ by: 'periods', every: 'monthly', from: '2001-01-01', to: '2099-12-31', leads: ['a'] });
    expect(rowsOf(endless, task)).toHaveLength(MOST_CHILDREN + 1);
  });
});

describe('the targets of children', () => {
  const rows = rowsOf(values({ units: ['a', 'b'] }), task);

  it('begin with the whole target of the parent, and say where that is asked for several times', () => {
    expect(shownTarget({}, 'I1', 100)).toBe(100);
    expect(targetSums(rows, {}, { I1: 'sum' }, task)).toEqual([
      { indicatorId: 'I1', name: '新增床位', sum: '200张', whole: '100张' },
    ]);
    expect(targetSums(rows, { a: { targets: { I1: 60 } }, b: { targets: { I1: 40 } } }, { I1: 'sum' }, task)).toEqual(
      [],
    );
    expect(targetSums(rows, {}, { I1: 'average' }, task)).toEqual([]);
  });
});

describe('the day by which the units answer', () => {
  const limits = ['2021-10-15', '2021-03-31'].map((due, index) => ({ ...aLimit(`L${index}`, ''), due }));
  const parent = { ...task, limits };

  it('is not after the first child is due', () => {
    const by = (change: Partial<SplitValues>) =>
      earliestDue(values({ units: ['a', 'b'], ...change }), parent, '2021-09-15');
    expect(by({})).toBe('2021-10-15');
    expect(by({ own: { a: { due: '2021-09-20' } } })).toBe('2021-09-20');
    expect(by({ units: [] })).toBeNull();
    expect(by({ by: 'periods', every: 'quarterly', from: '2021-09-15', to: '2021-12-01', leads: ['a'] })).toBe(
      '2021-09-30',
    );
  });
});

describe('a day after those of the task', () => {
  const dated = ['2021-06-30', '2021-12-31'].map((due, index) => ({ ...aLimit(`L${index}`, ''), due }));

  it('is told with the last of them, and only there', () => {
    expect(overrunBy('2022-01-01', { limits: dated })).toBe('2021-12-31');
    expect(overrunBy('2021-12-31', { limits: dated })).toBeNull();
    expect(overrunBy('2022-01', { limits: dated })).toBeNull();
    expect(overrunBy(null, { limits: dated })).toBeNull();
  });

  it('is none of a task without a last day', () => {
    const yearly = { ...aLimit('L9', ''), recurrence: 'yearly' as const };
    expect(overrunBy('2022-01-01', { limits: [...dated, yearly] })).toBeNull();
    expect(overrunBy('2022-01-01', { limits: [] })).toBeNull();
  });
});

describe('days that are over', () => {
  const limit = (limitId: string, due: string) => ({ limitId, due, recurrence: null, done: null });
  const late = { ...task, limits: [limit('L1', '2021-06-30'), limit('L2', '2021-12-31')] };
  const today = '2021-08-02';

  it('are asked for where a child inherits them, and sent as they are answered', () => {
    const asked = values({ units: ['a'], pastDays: { L1: { answer: 'move', due: '2021-09-30' } } });
    expect(pastHandedDown(asked, late, today).map(({ limitId }) => limitId)).toEqual(['L1']);
    expect(splitBody(asked, late, today).pastDays).toEqual([{ limitId: 'L1', due: '2021-09-30' }]);
    const kept = { L1: { answer: 'keep' as const, due: '2021-09-30' } };
    expect(splitBody({ ...asked, pastDays: kept }, late, today).pastDays).toEqual([{ limitId: 'L1', due: null }]);
  });

  it('are not asked for where each child has a day of its own', () => {
    const asked = values({ units: ['a'], own: { a: { due: '2021-10-31' } } });
    expect(pastHandedDown(asked, late, today)).toEqual([]);
    expect(splitBody(asked, late, today).pastDays).toEqual([]);
  });

  it('of periods are told, and kept unless the child was given another', () => {
    const asked = values({ by: 'periods', from: '2021-04-01', to: '2021-12-31', leads: ['a'] });
    expect(isPeriodPast(asked, late, today)).toBe(true);
    expect(splitBody(asked, late, today).pastDays).toBe('keep');
    expect(isPeriodPast({ ...asked, own: { '2021-Q2': { due: '2021-09-30' } } }, late, today)).toBe(false);
  });
});
