import { EMPTY_COURSE, type Step } from '../../telling';
import { filesOf, leadFirst, readingsOf, reportsOf } from './reports';

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
    note: '',
    course: EMPTY_COURSE,
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
      files: [],
      children: [],
      people: [],
      concerns: null,
      passwordResetAt: null,
      data: report,
      hash: '',
      ledgerKind: 'reform',
    },
  };
}

const reading = (value: number, readOn: string) => ({ readings: [{ indicatorId: 'I1', value, readOn }] });

describe('the reports of a task', () => {
  it('begin with the last one of a lead, whatever a supporting unit has added since', () => {
    const support = '00000000-0000-4000-8000-0000000000a2';
    const reports = reportsOf([step({}, 1), step({}, 2), step({ lane: support }, 3)]);
    const revisions = (shown: typeof reports) => shown.map(({ entry }) => entry.revision);
    expect(revisions(leadFirst(reports, [UNIT.unitId]))).toEqual([2, 3, 1]);
    expect(revisions(leadFirst(reports, []))).toEqual([3, 2, 1]);
  });

  it('are listed newest first with the change of the percentage, without withdrawn ones', () => {
    const reports = reportsOf([
      step({ percent: 20 }, 1),
      step({ percent: 90 }, 2, true),
      step({}, 3),
      step({ percent: 35.5 }, 4),
      step({ texts: 7 }, 5),
    ]);
    expect(reports.map(({ data, percentChange }) => [data.percent, percentChange])).toEqual([
      [35.5, 15.5],
      [null, null],
      [20, null],
    ]);
    expect(reports[0]?.unitName).toBe('市医保局');
  });

  it('compare the percentage with what the same unit stated before, not with that of another lead', () => {
    const other = { lane: '00000000-0000-4000-8000-0000000000a2' };
    const reports = reportsOf([
      step({ percent: 80 }, 1),
      step({ ...other, percent: 20 }, 2),
      step({ percent: 85 }, 3),
      step({ ...other, percent: 30 }, 4),
    ]);
    expect(reports.map(({ percentChange }) => percentChange)).toEqual([10, 5, null, null]);
  });

  it('give each file once, newest first', () => {
    const steps = [
      step({ evidence: [file('方案.pdf', 'a'), file('台账.pdf', 'b')] }, 1),
      step({ evidence: [file('方案.pdf', 'a'), file('验收表.pdf', 'c')] }, 2),
      step({ evidence: [file('误传.pdf', 'd')] }, 3, true),
    ];
    expect(filesOf(steps).map(({ file: { fileName }, on }) => [fileName, on])).toEqual([
      ['验收表.pdf', '2021-02-15'],
      ['台账.pdf', '2021-01-15'],
      ['方案.pdf', '2021-01-15'],
    ]);
  });

  it('say of a file that was sent again of which kind of evidence it is', () => {
    const plain = file('方案.pdf', 'a');
    const steps = [step({ evidence: [plain] }, 1), step({ evidence: [{ ...plain, kind: '验收报告' }] }, 2)];
    expect(filesOf(steps).map(({ file: { kind }, on }) => [kind, on])).toEqual([['验收报告', '2021-01-15']]);
  });

  it('name the sheet that a unit returned to the office among its files, whatever step was recorded', () => {
    const word = { saidBy: '王科长', how: 'paper', saidOn: '2021-02-12', sheet: [file('退回单.pdf', 'a')] };
    const steps = [
      step({ evidence: undefined, onBehalf: word }, 1),
      step(
        { lane: undefined, on: undefined, onBehalf: { ...word, unitId: UNIT.unitId, sheet: [file('函.pdf', 'b')] } },
        2,
      ),
    ];
    expect(filesOf(steps).map(({ file: { fileName }, on, unitName }) => [fileName, on, unitName])).toEqual([
      ['函.pdf', '2021-02-12', UNIT.name],
      ['退回单.pdf', '2021-02-12', UNIT.name],
    ]);
  });

  it('give the last reported reading of an indicator for each day', () => {
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
