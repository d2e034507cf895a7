import { type TaskRow } from '../../api/answer';
import { FIELD_HEADS, fieldCells } from './field-columns';
import { indicatorWords } from './indicator-words';

const indicator = {
  indicatorId: 'I1',
  name: '签约率',
  op: '>=' as const,
  value: 35,
  max: null,
  unit: '%',
  approximate: false,
  sourceText: '',
  span: null,
  reading: { value: 33.1, readOn: '2021-06-30' },
};

const row: TaskRow = {
  taskId: 't',
  ledgerId: 'l',
  ledgerName: '台账',
  ledgerKind: 'rectification',
  importId: 'i',
  serial: 7,
  parentNumber: null,
  childCount: null,
  taskNumber: 'YG-007',
  title: '做实签约服务',
  status: 'underway',
  leadUnits: [{ unitId: 'u', name: '市卫健委' }],
  unansweredUnitIds: [],
  laneSteps: [],
  supportUnits: [],
  leadUnitNames: ['市卫生健康委'],
  supportUnitNames: ['市医保局', '市财政局'],
  section: '二、下沉',
  sourceNumber: '7.',
  limitCount: 1,
  doubtCount: 0,
  due: '2021-12-31',
  nextDue: '2021-06-30',
  lamp: 'late',
  remainingWorkingDays: -3,
  percent: 60,
  indicators: [
    indicator,
    { ...indicator, op: 'range', value: 2, max: 4, unit: '家', approximate: false, reading: null },
  ],
  lastReport: { occurredOn: '2021-06-01', progress: '已签约' },
  suspendedUntil: null,
  lastUrgedOn: null,
  lastInstructedOn: null,
  extensionAsked: false,
  asked: [],
  outcome: null,
  closingNumber: null,
  closedOn: null,
  revision: 4,
  recordedAt: '2021-06-01T00:00:00.000Z',
};
const document = () => ({ title: '重点任务', documentNumber: '云发〔2021〕3号' });
const cells = (changes: Partial<TaskRow> = {}) => {
  const values = fieldCells({ ...row, ...changes }, document);
  return Object.fromEntries(FIELD_HEADS.map((head, index) => [head, values[index]]));
};

describe("the field's columns of a task", () => {
  test('say what the list knows, by the field’s names', () => {
    expect(cells()).toEqual({
      序号: 7,
      任务编号: 'YG-007',
      任务来源: '重点任务 云发〔2021〕3号 二、下沉 7.',
      重点任务: '做实签约服务',
      '工作目标/指标': '签约率；签约率',
      目标值: '≥35；2—4',
      计量单位: '%；家',
      当前值: '33.1；—',
      牵头单位: '市卫健委',
      配合单位: '市医保局、市财政局',
      完成时限: '2021-12-31',
      '序时进度(%)': 60,
      进展情况: '已签约',
      预警灯: '逾期',
      完成状态: '办理中',
      销号结果: null,
      销号日期: null,
      销号文号: null,
    });
  });

  test('call the outcome as the kind of ledger does', () => {
    expect(cells({ outcome: 'continuing' })['销号结果']).toBe('持续整改');
    expect(cells({ outcome: 'continuing', ledgerKind: 'reform' })['销号结果']).toBe('持续推进');
  });

  test('without a document the clause remains; without a last limit the next one', () => {
    expect(fieldCells(row, () => null)[2]).toBe('二、下沉 7.');
    expect(cells({ due: null })['完成时限']).toBe('2021-06-30');
  });
});

test('an approximate target is 约 in the list and in the file, and equal to nothing', () => {
  const about = { ...indicator, op: '=', value: 21, approximate: true } as const;
  expect(indicatorWords(about)).toBe('33.1%（目标 约 21%）');
  expect(cells({ indicators: [about] })['目标值']).toBe('约21');
  expect(cells({ indicators: [{ ...about, op: 'range', max: 25 }] })['目标值']).toBe('约21—25');
});

test('an indicator says value, comparator, target and unit', () => {
  expect(indicatorWords(indicator)).toBe('33.1%（目标 ≥ 35%）');
  expect(indicatorWords({ ...indicator, reading: null })).toBe('目标 ≥ 35%');
  expect(indicatorWords({ ...indicator, op: 'range', value: 2, max: 4, unit: '家' })).toContain('2—4家');
});
