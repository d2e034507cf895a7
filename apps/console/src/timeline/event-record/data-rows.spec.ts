import { EVENTS } from '#domain';
import { z } from 'zod';
import { courseOf } from '../../telling';
import { dataRows, FIELD_WORDS } from './data-rows';

const UNIT = { unitId: '00000000-0000-4000-8000-0000000000a1', name: '市医保局' };

/** A field of an event, where it stands, and the values that it is one of. */
interface Field {
  readonly within: string;
  readonly key: string;
  readonly values: readonly string[];
}

const jsonSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
  oneOf: z.array(z.unknown()).default([]),
  enum: z.array(z.string()).default([]),
});

/** The word of a field as the list beside an event looks it up. */
function wordOf({ within, key }: Field): string | undefined {
  return FIELD_WORDS[`${within}.${key}`] ?? FIELD_WORDS[key];
}

/** Every field of a JSON schema at any depth; what is left to the raw form is not looked into. */
function fieldsIn(schema: unknown, within: string): Field[] {
  const { properties, items, anyOf, oneOf } = jsonSchema.parse(schema ?? {});
  const own = Object.entries(properties).flatMap(([key, value]) => {
    const field = { within, key, values: valuesOf(value) };
    return [field, ...(wordOf(field) === '' ? [] : fieldsIn(value, key))];
  });
  return [...own, ...[items, ...anyOf, ...oneOf].flatMap((part) => (part === undefined ? [] : fieldsIn(part, within)))];
}

function valuesOf(schema: unknown): string[] {
  const { enum: values, anyOf } = jsonSchema.parse(schema);
  return [...values, ...anyOf.flatMap(valuesOf)];
}

const FIELDS = EVENTS.flatMap(({ type, schema }) => fieldsIn(z.toJSONSchema(schema, { unrepresentable: 'any' }), type));
const nameOf = ({ within, key }: Field): string => `${within}.${key}`;

describe('the data of an event', () => {
  it('has a word for each of its fields', () => {
    expect(FIELDS.length).toBeGreaterThan(100);
    expect(FIELDS.filter((field) => wordOf(field) === undefined).map(nameOf)).toEqual([]);
  });

  it('has no word for a field that no event has', () => {
    const known = new Set(FIELDS.flatMap((field) => [nameOf(field), field.key]));
    expect(Object.keys(FIELD_WORDS).filter((field) => !known.has(field))).toEqual([]);
  });

  it('has a word for each value that a field may have', () => {
    const bare = FIELDS.filter((field) => field.key !== 'op' && wordOf(field) !== '').flatMap(
      ({ within, key, values }) =>
        values.filter((value) => {
          const top = within.includes('.');
          const data = top ? { [key]: value } : { [within]: { [key]: value } };
          const [row] = dataRows({ type: top ? within : '', data, units: [] });
          return (top ? row : row?.rows[0])?.value === value;
        }),
    );
    expect(FIELDS.some(({ values }) => values.includes('escalate'))).toBe(true);
    expect(bare).toEqual([]);
  });

  it('names limits and indicators of the task, and does not number what it defines', () => {
    const limit = { limitId: 'L1', what: '出台方案', sourceText: '9月底前', due: '2021-09-30', recurrence: null };
    const indicator = { indicatorId: 'I1', name: '参保率', unit: '%', sourceText: '95%以上' };
    const course = courseOf([limit], [indicator]);
    const data = {
      done: [{ limitId: 'L1', period: null, on: '2021-09-20' }],
      readings: [{ indicatorId: 'I1', value: 93 }],
    };
    const [done, readings] = dataRows({ type: 'lane.reported', data, units: [] }, course);
    expect(done?.rows[0]?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['时限', '出台方案'],
      ['完成日期', '2021-09-20'],
    ]);
    expect(readings?.rows[0]?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['指标', '参保率'],
      ['数值', '93'],
    ]);
    const changes = { changes: { indicators: [indicator] } };
    const [changed] = dataRows({ type: 'task.content-changed', data: changes, units: [] }, course);
    expect(changed?.rows[0]?.rows[0]?.rows.map(({ label }) => label)).toEqual(['名称', '计量单位', '原文']);
  });

  it('calls a field of the same name by what it means where it stands', () => {
    const number = { number: 'YG-001' };
    const source = { source: { number: '（一）' } };
    const labels = [
      dataRows({ type: 'task.hung', data: number, units: [] })[0]?.label,
      dataRows({ type: 'task.closed', data: number, units: [] })[0]?.label,
      dataRows({ type: 'task.drafted', data: source, units: [] })[0]?.rows[0]?.label,
    ];
    expect(labels).toEqual(['任务编号', '销号文号', '条款号']);
  });

  it('names the files that a checker saw, and who was told of a clock', () => {
    const [hash, unknown] = ['a'.repeat(64), 'b'.repeat(64)];
    const files = [{ hash, fileName: '实施方案.pdf', mediaType: 'application/pdf', size: 12 }];
    const met = [{ lane: UNIT.unitId, limitId: 'L1', period: null, on: '2021-06-30', recordedOn: '2021-07-20' }];
    const saw = { saw: { evidence: [hash, unknown], met } };
    const [seen] = dataRows({ type: 'check.passed', data: saw, units: [UNIT], files });
    expect(seen?.rows[0]?.value).toBe(`实施方案.pdf、${unknown}`);
    expect(seen?.rows[1]?.rows[0]?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['单位', '市医保局'],
      ['时限', 'L1'],
      ['完成日', '2021-06-30'],
      ['记录日期', '2021-07-20'],
    ]);
    const told = { told: [{ role: 'unit-head', unitId: UNIT.unitId, relation: 'copy' }] };
    const [posts] = dataRows({ type: 'rung.fired', data: told, units: [UNIT] });
    expect(posts?.rows[0]?.rows.map(({ value }) => value)).toEqual(['单位负责人', '市医保局', '抄送']);
  });

  it('leaves out what is empty, also in all of its parts', () => {
    const data = { from: { due: null, recurrence: null, dueOn: null }, to: { due: '2021-09-30' }, reason: '' };
    expect(dataRows({ type: 'limit.moved', data, units: [] }).map(({ label }) => label)).toEqual(['改为']);
  });

  it('is read with units by name, codes by word, lists and parts', () => {
    const data = {
      lane: UNIT.unitId,
      lanes: [{ unitId: UNIT.unitId, role: 'lead' }],
      outcome: 'rectified',
      authority: { kind: 'meeting', reference: '常务会议' },
      secrecyDeclared: true,
      percent: 60,
      removed: [UNIT.unitId, 'L2'],
      evidence: [{ fileName: '方案.pdf', size: 12, mediaType: 'application/pdf' }],
      period: '2021-H2',
      step: 'task.accept',
      recurrence: 'every-3-to-5-years',
      rung: { rungId: 'urge-1', kind: 'urge' },
      saw: { revision: 7 },
      problems: '',
      replyBy: null,
      strange: 1,
    };
    const rows = dataRows({ type: 'task.assigned', data, units: [UNIT], ledgerKind: 'rectification' });
    expect(
      rows.map(({ label, value, rows: own }) => [label, value === '' ? own.map((row) => row.label) : value]),
    ).toEqual([
      ['单位', '市医保局'],
      ['责任单位', ['第 1 项']],
      ['结果', '已整改'],
      ['依据', ['类型', '名称或文号']],
      ['已声明不含国家秘密', '是'],
      ['完成百分比', '60'],
      ['移出的单位', '市医保局、L2'],
      ['佐证材料', ['第 1 项']],
      ['期次', '2021年下半年'],
      ['撤回的步骤', '签收'],
      ['周期', '每3至5年'],
      ['提醒', ['提醒档次', '类型']],
      ['办理时所见', ['所据记录']],
    ]);
    expect(rows[1]?.rows[0]?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['单位', '市医保局'],
      ['职责', '牵头'],
    ]);
    expect(rows[3]?.rows[0]?.value).toBe('会议');
    expect(rows[7]?.rows[0]?.rows.map(({ label }) => label)).toEqual(['文件名', '大小（字节）']);
    expect(rows[11]?.rows.map(({ value }) => value)).toEqual(['逾期 1 个工作日', '催办']);
    expect(rows[12]?.rows[0]?.value).toBe('本任务第 8 条');
  });
});
