import { type Step } from '../../telling';
import { filesOf, meets, planLine, plannedOn, readingsOf, reportsOf, span } from './reports';

const UNIT = { unitId: '00000000-0000-4000-8000-0000000000a1', name: '市医保局' };
const file = (fileName: string, digit: string) => ({
  hash: digit.repeat(64),
  fileName,
  mediaType: 'application/pdf',
  size: 10,
});

function step(data: object, revision: number, undone = false): Step {
  const report = {
    lane: UNIT.unitId,
    on: `2021-0${revision}-15`,
    texts: { progress: '有进展', problems: '', nextSteps: '', helpNeeded: '' },
    percent: null,
    readings: [],
    evidence: [],
    done: [],
    ...data,
  };
  return {
    text: '',
    done: '',
    title: '',
    gist: '',
    quote: '',
    undone,
    entry: {
      revision,
      position: String(revision),
      eventId: String(revision),
      commandId: String(revision),
      act: 'task.report',
      type: 'lane.reported',
      recordedAt: '2021-09-01T02:00:00.000Z',
      occurredOn: null,
      actor: { accountId: '', name: '王芳', role: 'reporter', unitId: null, unitName: null },
      units: [UNIT],
      data: report,
      hash: '',
    },
  };
}

const reading = (value: number, readOn: string) => ({ readings: [{ indicatorId: 'I1', value, readOn }] });

describe('the reports of a task', () => {
  it('come newest first, with the change of the percentage, without those taken back', () => {
    const reports = reportsOf([
      step({ percent: 20 }, 1),
      step({ percent: 90 }, 2, true),
      step({}, 3),
      step({ percent: 35.5 }, 4),
      step({ texts: 7 }, 5),
    ]);
    expect(reports.map(({ data, moved }) => [data.percent, moved])).toEqual([
      [35.5, 15.5],
      [null, null],
      [20, null],
    ]);
    expect(reports[0]?.unitName).toBe('市医保局');
  });

  it('give each file once, the newest first', () => {
    const reports = reportsOf([
      step({ evidence: [file('方案.pdf', 'a'), file('台账.pdf', 'b')] }, 1),
      step({ evidence: [file('方案.pdf', 'a'), file('验收表.pdf', 'c')] }, 2),
    ]);
    expect(filesOf(reports).map(({ file: { fileName }, on }) => [fileName, on])).toEqual([
      ['验收表.pdf', '2021-02-15'],
      ['台账.pdf', '2021-01-15'],
      ['方案.pdf', '2021-01-15'],
    ]);
  });

  it('give an indicator’s readings by day, the one told last', () => {
    const reports = reportsOf([
      step(reading(30, '2021-03-31'), 1),
      step(reading(28, '2021-01-31'), 2),
      step(reading(31, '2021-03-31'), 3),
    ]);
    expect(readingsOf(reports, 'I1').map(({ readOn, value }) => [readOn, value])).toEqual([
      ['2021-01-31', 28],
      ['2021-03-31', 31],
    ]);
    expect(readingsOf(reports, 'I2')).toEqual([]);
  });
});

describe('the plan', () => {
  const readings = [{ readOn: '2021-01-01', value: 10, unitName: '' }];

  it('goes straight from the first reading to the target on the due day', () => {
    const plan = planLine(readings, { value: 50 }, '2021-01-11');
    expect(plan).toEqual({ from: { day: '2021-01-01', value: 10 }, to: { day: '2021-01-11', value: 50 } });
    expect(['2020-12-31', '2021-01-01', '2021-01-06', '2021-02-01'].map((day) => plannedOn(plan, day))).toEqual([
      null,
      10,
      30,
      50,
    ]);
  });

  it('is not there without readings, without a due day or after it', () => {
    expect(planLine([], { value: 1 }, '2021-01-11')).toBeNull();
    expect(planLine(readings, { value: 1 }, null)).toBeNull();
    expect(planLine(readings, { value: 1 }, '2020-12-31')).toBeNull();
    expect(plannedOn(null, '2021-01-01')).toBeNull();
  });

  it('spans its days with air', () => {
    const [from, to] = span(readings, planLine(readings, { value: 1 }, '2021-12-31'));
    expect(from).toBeLessThan(Date.parse('2021-01-01'));
    expect(to).toBeGreaterThan(Date.parse('2021-12-31'));
  });

  it.each([
    ['>=', 35, null, 35, true],
    ['>=', 35, null, 34.9, false],
    ['<=', 10, null, 10, true],
    ['<=', 10, null, 11, false],
    ['=', 5, null, 5, true],
    ['range', 3, 5, 5, true],
    ['range', 3, 5, 5.1, false],
    ['range', 3, null, 9, true],
  ] as const)('%s %d..%s met by %d: %s', (op, value, max, read, met) => {
    expect(meets({ op, value, max }, read)).toBe(met);
  });
});
